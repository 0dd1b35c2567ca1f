//! Reads articles one after the other from files, folders and standard input.

use super::Article;
use super::rules::ZoneRules;
use super::sources::{Source, extension, io_message, sources};
use super::stream::{Format, Stream};
use crate::error::Problem;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// How the inputs are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// The name of standard input, as if it were a file: its extension tells the format, its stem the outlet.
    pub stdin_name: Option<String>,
    /// The most bytes that a plain text, a JSON document or one JSON line may have.
    pub size_limit: u64,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            stdin_name: None,
            size_limit: 64 << 20,
        }
    }
}

/// What was read, and what could not be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readings {
    /// The articles, in the order of the arguments.
    pub articles: Vec<Article>,
    /// Inputs that gave no article.
    pub problems: Vec<Problem>,
    /// What a reader should know about inputs that gave one.
    pub notes: Vec<Problem>,
}

/// Reads all articles of `paths`: files, folders, or `-` for standard input.
pub fn read_paths<P: AsRef<Path>>(
    paths: &[P],
    rules: &ZoneRules,
    options: &ReadOptions,
) -> Readings {
    let mut articles = Articles::new(paths, rules, options);
    let mut readings = Readings::default();
    for reading in &mut articles {
        match reading {
            Ok(article) => readings.articles.push(article),
            Err(problem) => readings.problems.push(problem),
        }
    }
    readings.notes = articles.take_notes();
    readings
}

/// The articles of many inputs, read as they are asked for: one file, or one line of JSON, is in memory at a time, and the ids
/// that were given.
pub struct Articles<'r> {
    rules: &'r ZoneRules,
    options: ReadOptions,
    arguments: VecDeque<PathBuf>,
    sources: VecDeque<Result<Source, Problem>>,
    stream: Option<Stream>,
    ids: FxHashMap<String, u32>,
    notes: Vec<Problem>,
    stdin_read: bool,
}

impl<'r> Articles<'r> {
    /// The articles of `paths`: files, folders, or `-` for standard input.
    pub fn new<P: AsRef<Path>>(paths: &[P], rules: &'r ZoneRules, options: &ReadOptions) -> Self {
        Self {
            rules,
            options: options.clone(),
            arguments: paths.iter().map(|path| path.as_ref().to_owned()).collect(),
            sources: VecDeque::new(),
            stream: None,
            ids: FxHashMap::default(),
            notes: Vec::new(),
            stdin_read: false,
        }
    }

    /// The articles of an open input, as if it were a file of that name.
    pub fn from_reader(
        input: impl BufRead + Send + 'static,
        name: &str,
        rules: &'r ZoneRules,
        options: &ReadOptions,
    ) -> Self {
        let mut articles = Self::new::<&Path>(&[], rules, options);
        articles.open(Box::new(input), name);
        articles
    }

    /// The notes about the inputs read so far, such as a guessed encoding. They are handed out once.
    pub fn take_notes(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.notes)
    }

    fn open(&mut self, input: Box<dyn BufRead + Send>, name: &str) {
        let format = Format::of(extension(Path::new(name)).as_deref());
        let (stream, note) = Stream::open(input, name, format, self.options.size_limit);
        self.notes.extend(note);
        self.stream = Some(stream);
    }

    fn open_source(&mut self, source: Source) -> Result<(), Problem> {
        match source {
            Source::Stdin if self.stdin_read => {
                return Err(Problem::new(
                    "-",
                    "was given twice; standard input can be read once",
                ));
            }
            Source::Stdin => {
                self.stdin_read = true;
                let name = self
                    .options
                    .stdin_name
                    .clone()
                    .unwrap_or_else(|| "stdin".to_owned());
                self.open(Box::new(BufReader::new(std::io::stdin())), &name);
            }
            Source::File(path) => {
                let name = path.to_string_lossy();
                let file = File::open(&path)
                    .map_err(|error| Problem::new(name.as_ref(), io_message(&error)))?;
                self.open(Box::new(BufReader::with_capacity(64 << 10, file)), &name);
            }
        }
        Ok(())
    }

    /// The article with an id that no other has: a second `a` becomes `a#2`.
    fn with_own_id(&mut self, mut article: Article) -> Article {
        let wanted = article.id.clone();
        loop {
            let uses = self.ids.entry(wanted.clone()).or_insert(0);
            *uses += 1;
            if *uses == 1 {
                return article;
            }
            let id = format!("{wanted}#{uses}");
            if !self.ids.contains_key(&id) {
                self.ids.insert(id.clone(), 1);
                article.id = id;
                return article;
            }
        }
    }
}

impl Iterator for Articles<'_> {
    type Item = Result<Article, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(stream) = &mut self.stream {
                match stream.next() {
                    Some(draft) => {
                        let article = draft.and_then(|draft| draft.finish(self.rules));
                        return Some(article.map(|article| self.with_own_id(article)));
                    }
                    None => self.stream = None,
                }
            } else if let Some(source) = self.sources.pop_front() {
                if let Err(problem) = source.and_then(|source| self.open_source(source)) {
                    return Some(Err(problem));
                }
            } else {
                self.sources = sources(&self.arguments.pop_front()?).into();
            }
        }
    }
}
