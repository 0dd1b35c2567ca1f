//! How an event is framed: who acts and who suffers, and what is said of the dead and wounded.
//!
//! Rules of measures §5. They read the tags and clauses of the attribution stage and the packs; nothing is inferred about sides, which a reader declares.

pub mod casualties;
pub mod context;
pub mod harm;
pub mod headline;
pub mod naming;
