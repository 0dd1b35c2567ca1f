//! Proposes a parties file from articles: the states that they mention, and whom they name. It declares nothing: people read it, and pass what is right.

use super::gazetteer::party;
use super::speaker::PhraseSides;
use super::{Gazetteer, MentionForm};
use crate::lexicon::{Facts, Lexicon, State, WordClass};
use crate::source::named_actors;
use crate::text::{Document, TokenIndex, fold_diacritics};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

/// How many states are proposed as sides at most.
const SIDES: usize = 6;
/// What part of the mentions of the first a state must have to be proposed.
const PART: (u32, u32) = (1, 5);
/// How many people and bodies are listed.
const ACTORS: usize = 30;

/// What articles mention that may be a side, counted.
#[derive(Debug, Default)]
pub struct Proposal {
    articles: u32,
    /// By index in the gazetteer: mentions, and the articles that have any.
    states: BTreeMap<usize, Counts>,
    /// By folded name.
    actors: BTreeMap<String, Actor>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    mentions: u32,
    articles: u32,
}

#[derive(Debug)]
struct Actor {
    name: String,
    counts: Counts,
    /// The states that texts give it to.
    of: Vec<usize>,
}

impl Proposal {
    /// Adds what one article mentions.
    pub fn add(
        &mut self,
        gazetteer: &Gazetteer,
        document: &Document<'_>,
        facts: &Facts,
        lexicon: &Lexicon,
    ) {
        self.articles += 1;
        let mentions = gazetteer.mentions(document, facts);
        let mut here: BTreeMap<usize, u32> = BTreeMap::new();
        for mention in mentions.iter() {
            *here.entry(usize::from(mention.party.0)).or_default() += 1;
        }
        for (state, count) in here {
            let counts = self.states.entry(state).or_default();
            counts.mentions += count;
            counts.articles += 1;
        }
        let phrases = PhraseSides::new(document, facts, lexicon, &mentions);
        for named in named_actors(document, facts, lexicon) {
            // "Armenia" is no member of Armenia.
            if gazetteer.is_name(&named.name) {
                continue;
            }
            let sentence = document.sentence_of(named.tokens.start);
            if document.sentences[sentence].number == 0 {
                continue; // a heading in capitals makes names of words
            }
            let told = [
                named.tokens.clone(),
                with_what_is_before(&named.tokens, document, facts),
            ]
            .into_iter()
            .chain(named.roles.iter().cloned());
            let told = told.filter_map(|tokens| phrases.of_phrase(tokens));
            let actor = self
                .actors
                .entry(fold_diacritics(&named.name))
                .or_insert_with(|| Actor {
                    name: named.name.clone(),
                    counts: Counts::default(),
                    of: Vec::new(),
                });
            actor.counts.mentions += named.mentions;
            actor.counts.articles += 1;
            actor.of.extend(told.map(|side| usize::from(side.0)));
        }
    }

    /// Whether no state was found.
    pub fn is_empty(&self) -> bool {
        self.states.is_empty()
    }

    /// The parties file: sides that can be passed as they stand, and in comments what people must decide.
    pub fn to_toml(&self, gazetteer: &Gazetteer) -> String {
        let states = gazetteer.states();
        let (disputed, known): (Vec<_>, Vec<_>) = self
            .most_mentioned()
            .into_iter()
            .partition(|(state, _)| !states[*state].claimed_by.is_empty());
        let top = known.first().map_or(0, |(_, counts)| counts.mentions);
        let proposed = known
            .iter()
            .take(SIDES)
            .take_while(|(_, counts)| counts.mentions * PART.1 >= top * PART.0);
        let proposed: Vec<(usize, Counts)> = proposed.copied().collect();
        let mut text = format!(
            "# Sides proposed from {}. Read it, leave out who is no side, and pass it with --parties: until then nothing is declared.\n",
            several(self.articles, "article", "articles")
        );
        for &(state, counts) in &proposed {
            self.side(state, counts, gazetteer, &mut text);
        }
        let rest: Vec<String> = known[proposed.len()..]
            .iter()
            .map(|(state, counts)| format!("{} {}", states[*state].names[0], counts.mentions))
            .collect();
        if !rest.is_empty() {
            let _ = write!(text, "\n# Less often mentioned: {}.\n", rest.join(", "));
        }
        disputed_places(&disputed, states, &mut text);
        self.others(&mut text);
        text
    }

    fn most_mentioned(&self) -> Vec<(usize, Counts)> {
        let mut states: Vec<(usize, Counts)> = self
            .states
            .iter()
            .map(|(&state, &counts)| (state, counts))
            .collect();
        states.sort_by_key(|(_, counts)| std::cmp::Reverse((counts.mentions, counts.articles)));
        states
    }

    fn side(&self, state: usize, counts: Counts, gazetteer: &Gazetteer, text: &mut String) {
        let of = &gazetteer.states()[state];
        let _ = write!(text, "\n# {}", said(counts));
        if !of.note.is_empty() {
            let _ = write!(text, ". {}", of.note);
        }
        let party = party(of);
        let id = fold_diacritics(&party.label).replace(|c: char| !c.is_alphanumeric(), "_");
        let _ = write!(
            text,
            "\n[[party]]\nid = {}\nlabel = {}\n",
            quoted(&id),
            quoted(&party.label)
        );
        for (form, key) in MentionForm::KEYS {
            let names = party.names.iter().filter(|name| name.form == form);
            let names: Vec<&str> = names
                .map(|name| name.text.as_str())
                .filter(|name| !of.shared.iter().any(|shared| shared == name))
                .collect();
            if !names.is_empty() {
                let _ = writeln!(text, "{key} = {}", list(&names));
            }
        }
        if !party.not.is_empty() {
            let not: Vec<&str> = party.not.iter().map(String::as_str).collect();
            let _ = writeln!(text, "not = {}", list(&not));
        }
        if !of.shared.is_empty() {
            let shared = of.shared.join(", ");
            let _ = writeln!(
                text,
                "# left out, because another state has it too: {shared}"
            );
        }
        let members: Vec<&str> = self
            .ranked()
            .into_iter()
            .filter(|actor| actor.is_of(state))
            .map(|actor| actor.name.as_str())
            .collect();
        if !members.is_empty() {
            let _ = writeln!(
                text,
                "# The text gives these to it; take away the sign before the line, and who does not belong.\n# members = {}",
                list(&members)
            );
        }
    }

    /// People and bodies, most mentioned first.
    fn ranked(&self) -> Vec<&Actor> {
        let mut actors: Vec<&Actor> = self.actors.values().collect();
        actors
            .sort_by_key(|actor| std::cmp::Reverse((actor.counts.mentions, actor.counts.articles)));
        actors
    }

    /// Who is named and given to no state.
    fn others(&self, text: &mut String) {
        let others: Vec<&Actor> = self
            .ranked()
            .into_iter()
            .filter(|actor| actor.of.is_empty())
            .take(ACTORS)
            .collect();
        if others.is_empty() {
            return;
        }
        text.push_str(
            "\n# Named, and given to no state by the text. Write each under `members` of its side, or leave it out:\n",
        );
        for actor in others {
            let _ = writeln!(text, "#   {}  {}", quoted(&actor.name), said(actor.counts));
        }
    }
}

impl Actor {
    /// The one state that the texts give it to.
    fn state(&self) -> Option<usize> {
        let first = *self.of.first()?;
        self.of.iter().all(|&state| state == first).then_some(first)
    }

    fn is_of(&self, state: usize) -> bool {
        self.state() == Some(state)
    }
}

impl Gazetteer {
    /// Whether a state or disputed place is called so.
    fn is_name(&self, name: &str) -> bool {
        let folded = fold_diacritics(name);
        self.states().iter().any(|state| {
            let lists = [
                &state.names,
                &state.capitals,
                &state.metonyms,
                &state.demonyms,
            ];
            lists
                .into_iter()
                .flatten()
                .any(|known| fold_diacritics(known) == folded)
        })
    }
}

/// Places that states dispute: shown with the names that are in use, and left to people.
fn disputed_places(places: &[(usize, Counts)], states: &[State], text: &mut String) {
    if places.is_empty() {
        return;
    }
    text.push_str(
        "\n# Disputed places. Where it matters who speaks there or who is harmed there, write the name under `places` of a side:\n",
    );
    for (place, counts) in places {
        let place = &states[*place];
        let _ = writeln!(
            text,
            "#   {}  {}; claimed by {}",
            list(&place.names.iter().map(String::as_str).collect::<Vec<_>>()),
            said(*counts),
            place.claimed_by.join(", ")
        );
    }
}

/// A name with the words before it that belong to it: "Ardovian counterpart Bo Orr", "Ardovia's Bo Orr".
fn with_what_is_before(
    name: &Range<TokenIndex>,
    document: &Document<'_>,
    facts: &Facts,
) -> Range<TokenIndex> {
    const FAR: usize = 4;
    let ends = [
        WordClass::Preposition,
        WordClass::Coordinator,
        WordClass::Subordinator,
        WordClass::Relative,
        WordClass::Be,
        WordClass::Have,
        WordClass::Do,
        WordClass::Modal,
        WordClass::Determiner,
        WordClass::PossessiveDeterminer,
        WordClass::Verb,
        WordClass::Time,
    ];
    let sentence = &document.sentences[document.sentence_of(name.start)].tokens;
    let low = sentence.start.max(name.start.saturating_sub(FAR));
    let mut start = name.start;
    while start > low
        && document.tokens[start - 1].is_word()
        && !facts.any(document, start - 1, &ends)
    {
        start -= 1;
    }
    start..name.end
}

fn said(counts: Counts) -> String {
    format!(
        "{} in {}",
        several(counts.mentions, "mention", "mentions"),
        several(counts.articles, "article", "articles")
    )
}

fn several(number: u32, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A text as TOML writes it: nothing in it ends the quotation or the line.
fn quoted(text: &str) -> String {
    toml::Value::String(text.split_whitespace().collect::<Vec<_>>().join(" ")).to_string()
}

fn list(texts: &[&str]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", quoted.join(", "))
}
