//! The sections of the terminal as HTML: a section that is added there appears here too.

use crate::report::table::{Block, Column, Grid, Recorded, Rich, Tone};
use maud::{Markup, html};

/// What a section holds.
pub(super) fn blocks(section: &Recorded) -> Markup {
    html! {
        @for block in &section.blocks {
            @match block {
                Block::Heading(..) => {},
                Block::Line(line) => p { (rich(line)) },
                Block::Labelled(label, line) => p.labelled { b { (rich(label)) } " " (rich(line)) },
                Block::Flag(text) => p.flag { (super::safe(text)) },
                Block::Note(text) => p.note { (super::safe(text)) },
                Block::Grid(grid) => (table(grid, &title(&section.title))),
            }
        }
    }
}

/// `WHO SPEAKS` as a heading among others: `Who speaks`.
pub(super) fn title(title: &str) -> String {
    let mut chars = title.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_string() + &chars.as_str().to_lowercase()
    })
}

fn table(grid: &Grid, caption: &str) -> Markup {
    let class = |index: usize| match grid.columns().get(index) {
        Some(Column::Figure) => "figure",
        _ => "",
    };
    let board = grid
        .columns()
        .iter()
        .any(|column| matches!(column, Column::Even(_)));
    let kind = if board {
        format!("board of-{}", grid.columns().len() - 1)
    } else {
        String::new()
    };
    html! {
        div.wide tabindex="0" role="region" aria-label={ "Table: " (caption) } {
            table class=[board.then_some(&kind)] {
                @if !grid.names().is_empty() {
                    thead {
                        tr {
                            @for (index, name) in grid.names().iter().enumerate() {
                                @if name.is_empty() { td {} } @else { th scope="col" class=(class(index)) { (rich(name)) } }
                            }
                        }
                    }
                }
                tbody {
                    @for row in grid.rows() {
                        tr {
                            @for (index, cell) in row.iter().enumerate() {
                                @if index == 0 { th scope="row" { (rich(cell)) } }
                                @else { td class=(class(index)) { (rich(cell)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn rich(rich: &Rich) -> Markup {
    html! {
        @for (text, tone) in rich.runs() {
            @match tone {
                Tone::Plain => (text),
                Tone::Title => b { (text) },
                Tone::Dim => span.dim { (text) },
                Tone::Loaded => strong.term { (text) },
                Tone::Flag => b.term { (text) },
                Tone::Cut => del { (text) },
            }
        }
    }
}
