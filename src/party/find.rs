//! Finds the mentions of the sides in a text: one look for each distinct word, then one pass over the tokens.

use super::compile::{Accept, Letters, Node, ROOT, Symbol};
use super::mentions::{Mentions, PartyMention};
use super::model::{MentionForm, Parties, PartyId};
use crate::lexicon::{Facts, WordClass};
use crate::text::{Document, TokenIndex, TokenKind, fold_diacritics};
use std::borrow::Cow;
use std::ops::Range;

/// Up to how many tokens a nickname in quotation marks takes, with its marks.
const NICKNAME: usize = 5;

/// What the names know of a distinct word of the text.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    /// As it stands.
    whole: Symbol,
    /// Without possessive *'s*.
    base: Symbol,
    /// Whether a part of a hyphenated word is a name by itself.
    compound: bool,
}

impl Known {
    const fn is_none(self) -> bool {
        self.whole == 0 && self.base == 0 && !self.compound
    }
}

/// A name found in the text.
struct Found<'p> {
    accept: &'p Accept,
    end: TokenIndex,
}

struct Finder<'f> {
    parties: &'f Parties,
    document: &'f Document<'f>,
    facts: &'f Facts,
    published: Option<&'f str>,
    known: Vec<Known>,
}

impl Parties {
    /// Where a document mentions the sides. `published` is the article's date, where it has one: names that do not hold on it are no mentions.
    pub fn mentions(
        &self,
        document: &Document<'_>,
        facts: &Facts,
        published: Option<&str>,
    ) -> Mentions {
        if self.is_empty() {
            return Mentions::default();
        }
        let known = document
            .vocabulary
            .iter()
            .map(|word| self.known(word))
            .collect();
        let finder = Finder {
            parties: self,
            document,
            facts,
            published,
            known,
        };
        finder.find()
    }

    fn known(&self, folded: &str) -> Known {
        let folded = if folded.is_ascii() {
            Cow::Borrowed(folded)
        } else {
            Cow::Owned(fold_diacritics(folded))
        };
        let base = folded
            .strip_suffix("'s")
            .map_or(0, |base| self.compiled.symbol(base));
        Known {
            whole: self.compiled.symbol(&folded),
            base,
            compound: folded.contains('-')
                && folded.split('-').any(|part| self.part(part).is_some()),
        }
    }

    /// The name that one part of a hyphenated word is.
    fn part(&self, folded: &str) -> Option<&Accept> {
        let node = self.compiled.follow(ROOT, self.compiled.symbol(folded));
        let accepts = self.compiled.accepts(node).iter();
        let mut names = accepts.filter(|accept| !accept.short && accept.party.is_some());
        names.find(|accept| accept.letters.len() == 1)
    }
}

impl<'f> Finder<'f> {
    fn find(&self) -> Mentions {
        let mut all: Vec<PartyMention> = Vec::new();
        // Sides with the last words of members whose full names stand in the text, and mentions by last word alone, which need one.
        let mut full: Vec<(PartyId, Symbol)> = Vec::new();
        let mut short: Vec<usize> = Vec::new();
        for sentence in &self.document.sentences {
            let mut preposition = None;
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let known = self.known_at(at);
                let found = if known.is_none() {
                    None
                } else {
                    self.name_at(at, sentence.tokens.end)
                };
                let Some(found) = found else {
                    if known.compound {
                        self.add_parts(at, preposition, &mut all);
                    }
                    if self.facts.has(self.document, at, WordClass::Preposition) {
                        preposition = Some(at);
                    }
                    at += 1;
                    continue;
                };
                let tokens = at..found.end;
                at = found.end;
                let Some(party) = found.accept.party else {
                    continue;
                };
                let last = self.last_symbol(found.end - 1);
                if found.accept.short {
                    if self.is_of_a_longer_name(tokens.start, &sentence.tokens) {
                        continue;
                    }
                    short.push(all.len());
                } else if found.accept.form == MentionForm::Member {
                    full.push((party, last));
                }
                let mention = self.mention(found.accept, party, tokens, preposition, all.last());
                all.push(mention);
            }
        }
        let mut index = 0;
        all.retain(|mention| {
            let needs = short.binary_search(&index).is_ok();
            index += 1;
            !needs || full.contains(&(mention.party, self.last_symbol(mention.tokens.end - 1)))
        });
        Mentions { all }
    }

    fn known_at(&self, at: TokenIndex) -> Known {
        self.known[self.document.tokens[at].word.0 as usize]
    }

    fn last_symbol(&self, at: TokenIndex) -> Symbol {
        let known = self.known_at(at);
        if known.whole == 0 {
            known.base
        } else {
            known.whole
        }
    }

    /// The longest name that begins at a token.
    fn name_at(&self, start: TokenIndex, limit: TokenIndex) -> Option<Found<'f>> {
        let parties: &'f Parties = self.parties;
        let (mut node, mut longest) = (ROOT, None);
        let mut at = start;
        while at < limit {
            // Dana "Sparks" Ruhl: a nickname inside a name.
            if node != ROOT && self.document.tokens[at].kind == TokenKind::OpenQuote {
                let close = (at + 1..limit.min(at + NICKNAME))
                    .find(|&at| self.document.tokens[at].kind == TokenKind::CloseQuote);
                let Some(close) = close else { break };
                at = close + 1;
                continue;
            }
            let known = self.known_at(at);
            // A possessive ends a name, unless it is part of it.
            let ended = parties.compiled.follow(node, known.base);
            let ended = self.accepted(ended, start..at + 1);
            node = parties.compiled.follow(node, known.whole);
            longest = self.accepted(node, start..at + 1).or(ended).or(longest);
            if node == 0 {
                break;
            }
            at += 1;
        }
        longest
    }

    fn accepted(&self, node: Node, tokens: Range<TokenIndex>) -> Option<Found<'f>> {
        let parties: &'f Parties = self.parties;
        let written = |accept: &&Accept| {
            let own = |at: &TokenIndex| {
                accept.letters.len() == tokens.len()
                    || !self.document.tokens[*at].is_quoted() && self.document.tokens[*at].is_word()
            };
            let mut letters = accept.letters.iter().zip(tokens.clone().filter(own));
            letters.all(|(letters, at)| {
                let token = &self.document.tokens[at];
                match letters {
                    Letters::Any => true,
                    Letters::Capital => token.capital,
                    Letters::Capitals => {
                        token.all_caps || token.capital && self.is_possessive_of_capitals(at)
                    }
                }
            })
        };
        let holds = |accept: &&Accept| {
            accept.party.is_none_or(|party| {
                parties.party(party).names[accept.name].holds_on(self.published)
            })
        };
        let accepts = parties.compiled.accepts(node).iter();
        let accept = accepts.filter(written).find(holds)?;
        Some(Found {
            accept,
            end: tokens.end,
        })
    }

    /// Whether a token is all capitals but for its possessive: `UK's`.
    fn is_possessive_of_capitals(&self, at: TokenIndex) -> bool {
        let text = self.document.token_text(at);
        let base = text.strip_suffix("'s").or(text.strip_suffix("\u{2019}s"));
        base.is_some_and(|base| base.chars().all(|c| !c.is_lowercase()))
    }

    fn mention(
        &self,
        accept: &Accept,
        party: PartyId,
        tokens: Range<TokenIndex>,
        preposition: Option<TokenIndex>,
        before: Option<&PartyMention>,
    ) -> PartyMention {
        PartyMention {
            party,
            form: accept.form,
            name: accept.name,
            compound: self.goes_on_with_a_hyphen(tokens.end),
            possessive: self.facts.possessive(self.document, tokens.end - 1),
            joined: before.is_some_and(|before| self.are_joined(before.tokens.end, tokens.start)),
            preposition,
            tokens,
        }
    }

    /// Whether what stands between two mentions only joins them: `and`, a comma, a determiner.
    fn are_joined(&self, from: TokenIndex, to: TokenIndex) -> bool {
        let between = from.min(to)..to;
        let links = [WordClass::Coordinator, WordClass::Determiner];
        let mut linked = false;
        between.clone().all(|at| {
            let comma = self.document.token_text(at) == ",";
            linked |= comma || self.facts.has(self.document, at, WordClass::Coordinator);
            comma || self.facts.any(self.document, at, &links)
        }) && linked
    }

    /// Whether a hyphen and a word follow without a space: `U.S.-backed`.
    fn goes_on_with_a_hyphen(&self, end: TokenIndex) -> bool {
        let tokens = &self.document.tokens;
        let (Some(mark), Some(word)) = (tokens.get(end), tokens.get(end + 1)) else {
            return false;
        };
        let hyphen = matches!(self.document.token_text(end), "-" | "\u{2010}" | "\u{2011}");
        hyphen && !mark.space_before && !word.space_before && word.is_word()
    }

    /// Adds the sides that the parts of a hyphenated word name, each once.
    fn add_parts(
        &self,
        at: TokenIndex,
        preposition: Option<TokenIndex>,
        all: &mut Vec<PartyMention>,
    ) {
        let before = all.len();
        for part in self
            .document
            .token_text(at)
            .split(['-', '\u{2010}', '\u{2011}'])
        {
            let folded = fold_diacritics(part);
            let folded = folded.strip_suffix("'s").unwrap_or(&folded);
            let Some(accept) = self.parties.part(folded) else {
                continue;
            };
            let written = match accept.letters.first() {
                Some(Letters::Capital) => part.chars().next().is_some_and(char::is_uppercase),
                Some(Letters::Capitals) => !part.chars().any(char::is_lowercase),
                Some(Letters::Any) | None => true,
            };
            let Some(party) = accept.party.filter(|_| written) else {
                continue;
            };
            let name = &self.parties.party(party).names[accept.name];
            if name.holds_on(self.published)
                && all[before..].iter().all(|mention| mention.party != party)
            {
                let mention = self.mention(accept, party, at..at + 1, preposition, all.last());
                all.push(PartyMention {
                    compound: true,
                    joined: false,
                    ..mention
                });
            }
        }
    }

    /// Whether the last word of a member's name belongs here to another name: a capitalised word before it that is no title, role or demonym.
    fn is_of_a_longer_name(&self, at: TokenIndex, sentence: &Range<TokenIndex>) -> bool {
        if at == sentence.start || self.facts.word(self.document, at).role.is_some() {
            return self.facts.word(self.document, at).role.is_some();
        }
        let before = &self.document.tokens[at - 1];
        let word = self.facts.word(self.document, at - 1);
        let told = word.classes.any(&[
            WordClass::Title,
            WordClass::Demonym,
            WordClass::CommonOpener,
        ]);
        before.is_word() && before.capital && !told && word.role.is_none()
    }
}
