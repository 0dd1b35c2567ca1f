//! The classes of words by which harm is read, from the packs.

use crate::lexicon::{Lexicon, Phrases};

/// Classes of `lexicons/en/harm/words.toml`, ready to be looked for.
pub(super) struct Words<'l> {
    pub(super) by: Phrases<'l>,
    pub(super) of: Phrases<'l>,
    pub(super) under: Phrases<'l>,
    pub(super) link: Phrases<'l>,
    pub(super) link_clause: Phrases<'l>,
    pub(super) get: Phrases<'l>,
    pub(super) condition: Phrases<'l>,
    pub(super) future: Phrases<'l>,
    pub(super) unreal: Phrases<'l>,
    pub(super) denied: Phrases<'l>,
    pub(super) refrain: Phrases<'l>,
    pub(super) happened: Phrases<'l>,
    pub(super) effect: Phrases<'l>,
    pub(super) means: Phrases<'l>,
    pub(super) place_preposition: Phrases<'l>,
    pub(super) weapon: Phrases<'l>,
    pub(super) event: Phrases<'l>,
    pub(super) armed: Phrases<'l>,
    pub(super) people: Phrases<'l>,
    pub(super) place: Phrases<'l>,
    pub(super) truce: Phrases<'l>,
    pub(super) demonym_ending: Phrases<'l>,
    pub(super) indefinite: Phrases<'l>,
    pub(super) ordinal: Phrases<'l>,
    pub(super) declared: Phrases<'l>,
    pub(super) denying: Phrases<'l>,
    /// Words before a figure.
    pub(super) bounds: [Phrases<'l>; 3],
}

impl<'l> Words<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        let class = |name| lexicon.phrases(name);
        Self {
            by: class("harm.by"),
            of: class("harm.of"),
            under: class("harm.under"),
            link: class("harm.link"),
            link_clause: class("harm.link.clause"),
            get: class("harm.get"),
            condition: class("harm.if"),
            future: class("harm.future"),
            unreal: class("harm.unreal"),
            denied: class("harm.denied"),
            refrain: class("harm.refrain"),
            happened: class("harm.happened"),
            effect: class("harm.effect"),
            means: class("harm.means"),
            place_preposition: class("harm.where"),
            weapon: class("harm.weapon"),
            event: class("harm.event"),
            armed: class("harm.armed"),
            people: class("harm.people"),
            place: class("harm.place"),
            truce: class("harm.truce"),
            indefinite: class("harm.indefinite"),
            ordinal: class("harm.ordinal"),
            declared: class("harm.declared"),
            denying: class("harm.denying"),
            demonym_ending: class("harm.demonym.ending"),
            bounds: [
                class("casualty.floor"),
                class("casualty.ceiling"),
                class("casualty.approx"),
            ],
        }
    }
}
