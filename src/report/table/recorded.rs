//! The sections of a report before they are set in lines, for a format that sets them otherwise.

use super::page::{Block, Page};
use super::{compare, score};
use crate::report::{ArticleReport, Report};

/// One section.
#[derive(Debug, Clone)]
pub(in crate::report) struct Recorded {
    /// As in the terminal; empty for what stands before the first heading.
    pub(in crate::report) title: String,
    /// How to read it.
    pub(in crate::report) remark: String,
    /// What it holds.
    pub(in crate::report) blocks: Vec<Block>,
}

/// The sections of a comparison, in the order of the terminal.
pub(in crate::report) fn compared(report: &Report) -> Vec<Recorded> {
    let sections = compare::SECTIONS.iter().map(|section| {
        let mut page = Page::recording();
        section(report, &mut page);
        page.into_blocks()
    });
    sections.flat_map(cut).collect()
}

/// The sections of one article, in the order of the terminal.
pub(in crate::report) fn scored(article: &ArticleReport) -> Vec<Recorded> {
    let sections = score::SECTIONS.iter().map(|section| {
        let mut page = Page::recording();
        section(article, &mut page);
        page.into_blocks()
    });
    sections.flat_map(cut).collect()
}

/// Cuts what was written at its headings.
fn cut(blocks: Vec<Block>) -> Vec<Recorded> {
    let mut sections: Vec<Recorded> = Vec::new();
    for block in blocks {
        match (block, sections.last_mut()) {
            (Block::Heading(title, remark), _) => sections.push(Recorded {
                title,
                remark,
                blocks: Vec::new(),
            }),
            (block, Some(section)) => section.blocks.push(block),
            (block, None) => sections.push(Recorded {
                title: String::new(),
                remark: String::new(),
                blocks: vec![block],
            }),
        }
    }
    sections
}
