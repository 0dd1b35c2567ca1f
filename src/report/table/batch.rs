//! The groups of a batch.

use super::grid::{Column, Grid};
use super::page::{Look, Page};
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use super::{figures, foot};
use crate::report::batch::{Summary, columns, differences, remark, shown};
use crate::report::numbers;

/// Most groups that a table lists; JSON has them all.
const MOST: usize = 60;

/// The groups with their figures, and what can be told apart.
pub fn batch(summary: &Summary, look: Look) -> String {
    let mut page = Page::new(look);
    let articles = figures::counted(summary.articles, "article", "articles");
    let groups = summary.groups.len();
    let title = format!("{articles} by {}: {groups} in all", summary.group_by);
    page.hanging(0, 0, &Rich::new().toned(&title, Tone::Title));
    if summary.problems > 0 {
        page.flag(&format!(
            "{} could not be read",
            figures::counted(summary.problems, "record", "records")
        ));
    }
    page.heading(
        "GROUPS",
        "pooled over articles, with 95 % intervals; from ten articles on by drawing articles",
    );
    let measures: Vec<_> = columns().collect();
    let mut kinds = vec![Column::Text(12), Column::Figure, Column::Figure];
    kinds.extend(measures.iter().map(|_| Column::Text(9)));
    let mut header = vec![summary.group_by, "articles", "words"];
    header.extend(measures.iter().map(|(_, name)| *name));
    let mut grid = Grid::new(kinds).header(header);
    for group in summary.groups.iter().take(MOST) {
        let mut row = vec![
            Rich::new().text(&ellipsis(&group.name, 48)),
            Rich::new().text(&figures::whole(group.articles)),
            Rich::new().text(&numbers::grouped(group.words)),
        ];
        row.extend(
            measures
                .iter()
                .map(|(id, _)| Rich::new().text(&shown(group, id))),
        );
        grid.row(row);
    }
    page.grid(&grid);
    if groups > MOST {
        page.note(&format!(
            "and {} more; --format json lists them",
            figures::whole((groups - MOST) as u32)
        ));
    }
    page.heading("DIFFERENCES FROM THE REST", &remark(summary));
    let found = differences(summary);
    if found.is_empty() {
        page.hanging(2, 2, &Rich::new().text("none can be told from chance"));
    }
    for difference in &found {
        page.hanging(2, 4, &Rich::new().text(difference));
    }
    foot::limits(&mut page);
    foot::packs(&summary.lexicons, &summary.tool_version, &mut page);
    page.into_text()
}
