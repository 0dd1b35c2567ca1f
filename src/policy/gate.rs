//! One gate: a measure, how it is compared, and the limit.

use crate::measure::{self, IntervalKind, Measure, Measurement, Unit, registry};
use crate::report::Bound;
use std::fmt;

/// How alike two names must be to be suggested, 0–1.
const ALIKE: f64 = 0.7;
/// How many names are suggested.
const SUGGESTED: usize = 3;

/// How a figure is held against a limit. The gate fails where it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `>`
    Above,
    /// `>=`
    AtLeast,
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `==`
    Equal,
    /// `!=`
    Other,
}

/// The operators with their signs, longer ones first.
const OPERATORS: [(&str, Operator); 6] = [
    (">=", Operator::AtLeast),
    ("<=", Operator::AtMost),
    ("==", Operator::Equal),
    ("!=", Operator::Other),
    (">", Operator::Above),
    ("<", Operator::Below),
];

impl Operator {
    /// Whether the figure is one that the gate does not let pass.
    pub fn holds(self, figure: f64, limit: f64) -> bool {
        match self {
            Self::Above => figure > limit,
            Self::AtLeast => figure >= limit,
            Self::Below => figure < limit,
            Self::AtMost => figure <= limit,
            Self::Equal => figure.total_cmp(&limit).is_eq(),
            Self::Other => figure.total_cmp(&limit).is_ne(),
        }
    }

    /// Whether `figure` lies farther on the wrong side than `before`.
    pub fn worse(self, figure: f64, before: f64) -> bool {
        match self {
            Self::Above | Self::AtLeast => figure > before,
            Self::Below | Self::AtMost => figure < before,
            Self::Equal | Self::Other => figure.total_cmp(&before).is_ne(),
        }
    }

    const fn sign(self) -> &'static str {
        match self {
            Self::Above => ">",
            Self::AtLeast => ">=",
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::Equal => "==",
            Self::Other => "!=",
        }
    }
}

/// A gate with a name of its own, written without a limit.
#[derive(Debug)]
pub struct Flag {
    /// Its name.
    pub name: &'static str,
    /// What it means.
    pub meaning: &'static str,
    measure: &'static str,
    operator: Operator,
    limit: f64,
}

/// All flags. Beside them the bare name of any measure means that it is above nothing.
pub const FLAGS: &[Flag] = &[Flag {
    name: "sources.single",
    meaning: "all reported words are one source's",
    measure: "sources.top.share",
    operator: Operator::AtLeast,
    limit: 1.0,
}];

/// A measure, how it is compared, and the limit: `anonymous_share > 0.5`.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// As it was written, white space made even.
    pub written: String,
    /// The measure.
    pub measure: &'static Measure,
    /// Id of the declared side, for a measure that is made for each side.
    pub side: Option<String>,
    /// Which of its numbers.
    pub bound: Bound,
    /// How it is compared.
    pub operator: Operator,
    /// With what, in the unit of the measure.
    pub limit: f64,
}

/// The gate as baselines know it, whichever way it was written: `sources.anonymous.share > 0.5`.
impl fmt::Display for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = match self.bound {
            Bound::Value => "",
            Bound::Low => ".low",
            Bound::High => ".high",
        };
        let side = self.side.as_ref().map(|side| format!("[{side}]"));
        write!(
            f,
            "{}{}{bound} {} {}",
            self.measure.id,
            side.unwrap_or_default(),
            self.operator.sign(),
            self.limit
        )
    }
}

impl Gate {
    /// Whether it looks at this figure.
    pub fn looks_at(&self, found: &Measurement) -> bool {
        found.id == self.measure.id && found.side == self.side
    }

    /// Reads `NAME`, or `NAME OPERATOR NUMBER`. The name is a measure's id, an unmistakable end of one (`anonymous_share`), or a flag; `.low` and
    /// `.high` after it mean the ends of its interval, the id of a side in brackets the figure of that side (`side.words[ardovia]`). Shares are written 0–1 or in percent.
    ///
    /// # Errors
    /// What is wrong and what to write in its place, in one line.
    pub fn parse(text: &str) -> Result<Self, String> {
        let written = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if written.is_empty() {
            return Err(
                "is empty; write a measure and a limit, such as `anonymous_share > 0.5`".to_owned(),
            );
        }
        let sign = OPERATORS
            .iter()
            .filter_map(|(sign, operator)| Some((written.find(sign)?, *sign, *operator)))
            .min_by_key(|(at, sign, _)| (*at, std::cmp::Reverse(sign.len())));
        let Some((at, sign, operator)) = sign else {
            return Self::bare(&written);
        };
        let (name, limit) = (written[..at].trim(), written[at + sign.len()..].trim());
        let Named {
            measure,
            side,
            bound,
        } = named(name)?;
        let limit = number(limit, measure)?;
        Ok(Self {
            written,
            measure,
            side,
            bound,
            operator,
            limit,
        })
    }

    fn bare(written: &str) -> Result<Self, String> {
        if written.contains([' ', '=']) {
            return Err(format!(
                "`{written}` has no comparison; write a measure and a limit, such as `anonymous_share > 0.5`; the signs are > >= < <= == !="
            ));
        }
        if let Some(flag) = FLAGS.iter().find(|flag| plain(flag.name) == plain(written)) {
            let measure = measure::find(flag.measure).ok_or_else(|| unknown(flag.measure))?;
            return Ok(Self {
                written: written.to_owned(),
                measure,
                side: None,
                bound: Bound::Value,
                operator: flag.operator,
                limit: flag.limit,
            });
        }
        let Named {
            measure,
            side,
            bound,
        } = named(written)?;
        Ok(Self {
            written: written.to_owned(),
            measure,
            side,
            bound,
            operator: Operator::Above,
            limit: 0.0,
        })
    }
}

/// `_` and `.` are the same in names.
fn plain(name: &str) -> String {
    name.to_lowercase().replace('_', ".")
}

/// What a name stands for.
struct Named {
    measure: &'static Measure,
    side: Option<String>,
    bound: Bound,
}

/// The measure with this name, whose it is, and which of its numbers is meant.
fn named(name: &str) -> Result<Named, String> {
    let (name, side) = match name.strip_suffix(']').and_then(|name| name.split_once('[')) {
        Some((name, side)) => (name.trim(), Some(side.trim().to_owned())),
        None => (name, None),
    };
    let (measure, bound) = of_one(name)?;
    match (measure.per_side, side) {
        (true, None) => Err(format!(
            "`{0}` is a figure of each declared side; write the side's id after it, such as `{0}[ardovia]`",
            measure.id
        )),
        (false, Some(side)) => Err(format!(
            "`{}` is no figure of a side; leave out `[{side}]`",
            measure.id
        )),
        (_, side) => Ok(Named {
            measure,
            side,
            bound,
        }),
    }
}

fn of_one(name: &str) -> Result<(&'static Measure, Bound), String> {
    if let Some(measure) = by_name(name) {
        return Ok((measure, Bound::Value));
    }
    let (base, bound) = match name.rsplit_once('.') {
        Some((base, "low")) => (base, Bound::Low),
        Some((base, "high")) => (base, Bound::High),
        _ => return Err(unknown(name)),
    };
    let measure = by_name(base).ok_or_else(|| unknown(name))?;
    if measure.interval == IntervalKind::None {
        return Err(format!(
            "`{}` has no interval; leave out `.{}`",
            measure.id,
            &name[base.len() + 1..]
        ));
    }
    Ok((measure, bound))
}

/// By the id, or by an end of it that no other id has.
fn by_name(name: &str) -> Option<&'static Measure> {
    let wanted = plain(name);
    if let Some(measure) = registry().find(|measure| plain(measure.id) == wanted) {
        return Some(measure);
    }
    let end = format!(".{wanted}");
    let mut found = registry().filter(|measure| plain(measure.id).ends_with(&end));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn unknown(name: &str) -> String {
    let wanted = plain(name);
    let names = registry()
        .map(|measure| measure.id)
        .chain(FLAGS.iter().map(|flag| flag.name));
    let mut near: Vec<(f64, &str)> = names
        .map(|known| (likeness(&wanted, &plain(known)), known))
        .filter(|(alike, _)| *alike >= ALIKE)
        .collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    let near: Vec<&str> = near
        .into_iter()
        .take(SUGGESTED)
        .map(|(_, name)| name)
        .collect();
    let all = "`parallax explain list` names them all";
    if near.is_empty() {
        format!("no measure is called `{name}`; {all}")
    } else {
        format!(
            "no measure is called `{name}`; the nearest are {}; {all}",
            near.join(", ")
        )
    }
}

/// How alike two names are, or a name and the end of another.
fn likeness(wanted: &str, known: &str) -> f64 {
    let ends = known.match_indices('.').map(|(at, _)| &known[at + 1..]);
    let ends = ends
        .filter(|end| end.contains('.'))
        .map(|end| strsim::jaro_winkler(wanted, end));
    ends.fold(strsim::jaro_winkler(wanted, known), f64::max)
}

fn number(text: &str, measure: &Measure) -> Result<f64, String> {
    let (digits, percent) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (text, false),
    };
    let number = digits
        .parse::<f64>()
        .ok()
        .filter(|number| number.is_finite());
    let number =
        number.ok_or_else(|| format!("`{text}` is no number; write a limit such as 0.5"))?;
    match (measure.unit, percent) {
        (Unit::Share, true) => Ok(number / 100.0),
        (_, true) => Err(format!(
            "`{}` is {}, no share; leave out the percent sign",
            measure.id, measure.unit
        )),
        (Unit::Share, false) if number.abs() > 1.0 => Err(format!(
            "`{}` is a share, from 0 to 1; write {} or {number}%",
            measure.id,
            number / 100.0
        )),
        _ => Ok(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Gate {
        Gate::parse(text).expect("a gate")
    }

    #[test]
    fn names_may_be_short_and_limits_in_percent() {
        for text in [
            "anonymous_share > 0.5",
            "sources.anonymous.share>50%",
            "ANONYMOUS.SHARE  >  50 %",
        ] {
            assert_eq!(
                read(text).to_string(),
                "sources.anonymous.share > 0.5",
                "{text}"
            );
        }
        let gate = read("loaded.strong.author.low >= 15");
        assert_eq!(
            (gate.bound, gate.operator, gate.limit),
            (Bound::Low, Operator::AtLeast, 15.0)
        );
        assert_eq!(gate.measure.id, "loaded.strong.author");
    }

    #[test]
    fn a_bare_name_is_above_nothing_and_flags_have_their_own_limit() {
        assert_eq!(read("loaded.headline").to_string(), "loaded.headline > 0");
        assert_eq!(read("sources.single").to_string(), "sources.top.share >= 1");
    }

    #[test]
    fn a_figure_of_a_side_names_the_side() {
        let gate = read("side.words[ardovia] < 1");
        assert_eq!(gate.side.as_deref(), Some("ardovia"));
        assert_eq!(gate.to_string(), "side.words[ardovia] < 1");
        assert_eq!(read("side.unheard").to_string(), "side.unheard > 0");
    }

    #[test]
    fn every_flag_names_a_measure() {
        for flag in FLAGS {
            assert!(measure::find(flag.measure).is_some(), "{}", flag.name);
        }
    }

    #[test]
    fn mistakes_say_what_to_write() {
        for (text, said) in [
            ("anonymus_share > 0.5", "sources.anonymous.share"),
            ("sources.singel", "sources.single"),
            ("anonymous_share > 50", "write 0.5 or 50%"),
            ("anonymous_share > half", "`half` is no number"),
            ("anonymous_share > NaN", "no number"),
            ("anonymous_share = 0.5", "has no comparison"),
            ("loaded.headline > 5%", "leave out the percent sign"),
            ("loaded.headline.low > 5", "has no interval"),
            ("", "is empty"),
            ("side.words < 1", "write the side's id after it"),
            ("loaded.headline[ardovia] > 0", "leave out `[ardovia]`"),
            ("> 3", "no measure is called ``"),
            ("xyzzy > 1", "explain list"),
        ] {
            let error = Gate::parse(text).expect_err(text);
            assert!(error.contains(said), "{text}: {error}");
        }
    }
}
