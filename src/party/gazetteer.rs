//! The states of the world as sides: to propose a parties file from, and to give a declared state its usual names. Nothing here is declared by itself.

use super::compile::Compiled;
use super::{MentionForm, Mentions, Parties, Party, PartyMention, PartyName};
use crate::error::Problem;
use crate::lexicon::{Facts, Lexicon, State, WordClass};
use crate::text::Document;

/// The states and disputed places of the packs, ready to be found in texts.
#[derive(Debug)]
pub struct Gazetteer {
    states: Vec<State>,
    parties: Parties,
}

impl Gazetteer {
    /// Compiles the states of all packs of kind `places`.
    pub fn new(lexicon: &Lexicon) -> Self {
        let states = lexicon.states();
        let parties: Vec<Party> = states.iter().map(party).collect();
        let compiled = Compiled::new(&parties);
        Self {
            states,
            parties: Parties { parties, compiled },
        }
    }

    /// The states and disputed places, in the order of the packs. A mention's side is an index into them.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The state with this code or with this among its names, without regard to case; not one of several that share the name.
    pub fn find(&self, name: &str) -> Option<&State> {
        let wanted = name.trim().to_lowercase();
        let is = |known: &String| known.to_lowercase() == wanted;
        let mut found = self.states.iter().filter(|state| {
            state.claimed_by.is_empty()
                && (is(&state.code) || state.names.iter().any(is) && !state.shared.iter().any(is))
        });
        let state = found.next()?;
        found.next().is_none().then_some(state)
    }

    /// What kind of name a state has this as, where any has it.
    pub(super) fn form_of(&self, name: &str) -> Option<MentionForm> {
        let names = self.parties.parties.iter().flat_map(|party| &party.names);
        names
            .filter(|known| known.text.eq_ignore_ascii_case(name))
            .map(|known| known.form)
            .next()
    }

    /// Where a document mentions states. A name that several states share counts for none; neither does one that looks like somebody's first name.
    pub fn mentions(&self, document: &Document<'_>, facts: &Facts) -> Mentions {
        let mut mentions = self.parties.mentions(document, facts, None);
        mentions.all.retain(|mention| {
            let state = &self.states[usize::from(mention.party.0)];
            let name = &self.parties.party(mention.party).names[mention.name];
            !state.shared.contains(&name.text) && !is_first_name(mention, document, facts)
        });
        mentions
    }

    /// The mistakes that the examples of the packs show: sentences that must mention a state and do not, or the other way round.
    pub fn failing_examples(&self, lexicon: &Lexicon) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (index, state) in self.states.iter().enumerate() {
            let named = |example: &String| {
                let document = Document::from_plain(example, lexicon.sentence_rules());
                let facts = lexicon.facts(&document);
                let mentions = self.mentions(&document, &facts);
                mentions
                    .iter()
                    .any(|mention| usize::from(mention.party.0) == index)
            };
            for (examples, wanted, what) in [
                (&state.examples_hit, true, "is not mentioned in its example"),
                (
                    &state.examples_miss,
                    false,
                    "is mentioned in its counter-example",
                ),
            ] {
                for example in examples.iter().filter(|example| named(example) != wanted) {
                    let (place, line) = &state.origin;
                    let message = format!("`{}` {what} \u{201C}{example}\u{201D}", state.code);
                    problems.push(Problem::at_line(place, *line, message));
                }
            }
        }
        problems
    }
}

/// A state as a side with all its names.
pub(super) fn party(state: &State) -> Party {
    let lists = [
        (MentionForm::Name, &state.names),
        (MentionForm::Demonym, &state.demonyms),
        (MentionForm::Capital, &state.capitals),
        (MentionForm::Metonym, &state.metonyms),
    ];
    let names = lists.into_iter().flat_map(|(form, names)| {
        names.iter().map(move |name| PartyName {
            text: name.clone(),
            form,
            valid_from: None,
            valid_to: None,
        })
    });
    Party {
        id: state.code.to_lowercase(),
        label: state.names.first().cloned().unwrap_or_default(),
        names: names.collect(),
        not: state.not.clone(),
    }
}

/// "Jordan Orr", "Sofia Vane": one word before a capitalised word that is no role.
fn is_first_name(mention: &PartyMention, document: &Document<'_>, facts: &Facts) -> bool {
    let next = mention.tokens.end;
    let plain = matches!(mention.form, MentionForm::Name | MentionForm::Capital)
        && mention.tokens.len() == 1
        && !mention.possessive;
    let Some(after) = document.tokens.get(next).filter(|_| plain) else {
        return false;
    };
    let known = facts.word(document, next);
    let same = document.sentence_of(next) == document.sentence_of(mention.tokens.start);
    let told = [
        WordClass::Title,
        WordClass::Demonym,
        WordClass::Place,
        WordClass::Time,
        WordClass::OrganisationWord,
    ];
    let mixed = !document.tokens[mention.tokens.start].all_caps;
    same && mixed
        && after.is_word()
        && after.capital
        && !after.all_caps
        && known.role.is_none()
        && !known.classes.any(&told)
}
