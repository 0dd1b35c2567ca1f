//! Rows with one cell an article: side by side where the page is wide enough, one below the other where it is not.

use super::grid::{Column, Grid};
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;

/// What the cells of a board hold, which decides how narrow a column may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    /// Figures and short words.
    Figures,
    /// Lists of words.
    Lists,
    /// Short lists, all on one line where there is no room for columns.
    Lines,
    /// A column a ranking: where there is no room for columns, an article a line.
    Ranks,
}

/// Most articles that stand side by side; beyond that they stand one below the other.
const MOST_COLUMNS: usize = 8;

/// Rows with one cell an article.
pub(super) struct Board {
    cells: Cells,
    /// Letter and outlet of each article.
    names: Vec<(char, String)>,
    rows: Vec<(String, Vec<Rich>)>,
}

impl Board {
    pub(super) const fn new(cells: Cells, names: Vec<(char, String)>) -> Self {
        Self {
            cells,
            names,
            rows: Vec::new(),
        }
    }

    /// Adds a row, unless no article has anything in it.
    pub(super) fn row(&mut self, label: &str, cells: Vec<Rich>) {
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.rows.push((label.to_owned(), cells));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes the board.
    pub(super) fn write(&self, page: &mut Page) {
        if self.names.len() > MOST_COLUMNS {
            return self.turned(page);
        }
        let label = self
            .rows
            .iter()
            .map(|(label, _)| Rich::new().text(label).width())
            .max()
            .unwrap_or(0);
        let room = page.width().saturating_sub(label + 2) / self.names.len().max(1);
        let least = match self.cells {
            Cells::Figures => 14,
            Cells::Lists | Cells::Lines | Cells::Ranks => 17,
        };
        if room >= least {
            self.columns(room as u16, page);
        } else {
            self.stacked(page);
        }
    }

    /// An article a row, or where there is no room for so many columns, an article an entry.
    fn turned(&self, page: &mut Page) {
        if self.cells == Cells::Figures {
            let mut columns = vec![Column::Word];
            columns.extend(self.rows.iter().map(|_| Column::Text(9)));
            let labels = self.rows.iter().map(|(label, _)| label.as_str());
            let mut grid = Grid::new(columns).header([""].into_iter().chain(labels));
            for (index, (letter, name)) in self.names.iter().enumerate() {
                let label = format!("{letter} {}", ellipsis(name, 20));
                let cells = self
                    .rows
                    .iter()
                    .map(|(_, cells)| cells.get(index).cloned().unwrap_or_default());
                grid.row(
                    [Rich::new().toned(&label, Tone::Title)]
                        .into_iter()
                        .chain(cells)
                        .collect(),
                );
            }
            page.grid(&grid);
            return;
        }
        for (index, (letter, _)) in self.names.iter().enumerate() {
            let parts = self
                .rows
                .iter()
                .filter_map(|(label, cells)| Some((label, cells.get(index)?)))
                .filter(|(_, cell)| !cell.is_empty())
                .map(|(label, cell)| {
                    Rich::joined(
                        [
                            Rich::new().toned(&format!("{label}:"), Tone::Dim),
                            cell.clone(),
                        ],
                        " ",
                    )
                });
            let line = Rich::joined(parts, " · ");
            if !line.is_empty() {
                page.entry(
                    &Rich::new().toned(&letter.to_string(), Tone::Title),
                    1,
                    &line,
                );
            }
        }
    }

    fn columns(&self, room: u16, page: &mut Page) {
        let mut columns = vec![Column::Word];
        columns.extend(self.names.iter().map(|_| Column::Even(room)));
        let names = self
            .names
            .iter()
            .map(|(letter, name)| Rich::new().toned(&format!("{letter} {name}"), Tone::Title));
        let mut grid = Grid::new(columns).ruled_header([Rich::new()].into_iter().chain(names));
        for (label, cells) in &self.rows {
            let mut row = vec![Rich::new().text(label)];
            row.extend(cells.iter().cloned());
            grid.row(row);
        }
        page.grid(&grid);
    }

    fn stacked(&self, page: &mut Page) {
        if self.cells == Cells::Ranks {
            for (index, (letter, _)) in self.names.iter().enumerate() {
                let cells = self
                    .rows
                    .iter()
                    .filter_map(|(_, cells)| cells.get(index))
                    .filter(|cell| !cell.is_empty());
                let cells: Vec<Rich> = cells.cloned().collect();
                if !cells.is_empty() {
                    page.entry(
                        &Rich::new().toned(&letter.to_string(), Tone::Title),
                        1,
                        &Rich::joined(cells, " · "),
                    );
                }
            }
            return;
        }
        let column = self
            .rows
            .iter()
            .map(|(label, _)| Rich::new().text(label).width())
            .max()
            .unwrap_or(0);
        for (label, cells) in &self.rows {
            let parts = self
                .names
                .iter()
                .zip(cells)
                .filter(|(_, cell)| !cell.is_empty())
                .map(|((letter, _), cell)| {
                    Rich::joined(
                        [
                            Rich::new().toned(&letter.to_string(), Tone::Title),
                            cell.clone(),
                        ],
                        " ",
                    )
                });
            match self.cells {
                Cells::Figures | Cells::Lines => page.entry(
                    &Rich::new().text(label),
                    column,
                    &Rich::joined(parts, " · "),
                ),
                Cells::Lists | Cells::Ranks => {
                    page.line(&Rich::new().text(label));
                    for part in parts {
                        page.hanging(4, 6, &part);
                    }
                }
            }
        }
    }
}
