//! Articles as JSON objects: which field names mean what, in one table.

use super::draft::Draft;
use serde_json::{Map, Value};

/// The field names under which each part of an article is looked for, in order of preference. A dot goes into a nested object.
/// They are those of news-please, trafilatura, newspaper3k/4k, Media Cloud and common search services.
pub const ALIASES: &[(&str, &[&str])] = &[
    (
        "id",
        &[
            "id",
            "_id.$oid",
            "_id",
            "stories_id",
            "story_id",
            "article_id",
            "doc_id",
            "document_id",
            "uuid",
            "guid",
            "uri",
            "fingerprint",
        ],
    ),
    (
        "outlet",
        &[
            "outlet",
            "media_name",
            "source.name",
            "source.title",
            "source.domain",
            "source.uri",
            "source.id",
            "publisher.name",
            "publisher",
            "sitename",
            "site_name",
            "source_name",
            "newspaper",
            "source",
            "hostname",
            "source-hostname",
            "source_domain",
            "domain",
            "site",
            "media_url",
            "source_url",
            "media.name",
            "feed",
        ],
    ),
    (
        "event",
        &[
            "event",
            "event_id",
            "eventUri",
            "event_uri",
            "cluster_id",
            "topic_id",
        ],
    ),
    (
        "published",
        &[
            "published",
            "date_publish",
            "publish_date",
            "published_at",
            "publishedAt",
            "publication_date",
            "pub_date",
            "pubDate",
            "pubdate",
            "published_date",
            "date_published",
            "datePublished",
            "published_parsed",
            "dateTime",
            "date",
            "timestamp",
            "created_at",
        ],
    ),
    (
        "url",
        &[
            "url",
            "link",
            "canonical_link",
            "canonical_url",
            "source_link",
            "webUrl",
            "web_url",
            "href",
        ],
    ),
    (
        "title",
        &[
            "title",
            "headline",
            "headline.main",
            "title_page",
            "title_rss",
            "title.rendered",
            "webTitle",
        ],
    ),
    (
        "text",
        &[
            "text",
            "maintext",
            "article_text",
            "story_text",
            "body",
            "content",
            "raw_text",
            "full_text",
            "fulltext",
            "bodyText",
            "article_body",
            "articleBody",
            "article",
            "plain_text",
            "text_content",
            "content.text",
            "body.text",
        ],
    ),
];

/// Which of the names of a part are looked for, as in `text, maintext, …`.
fn names(part: &str) -> &'static [&'static str] {
    ALIASES
        .iter()
        .find(|(name, _)| *name == part)
        .map_or(&[], |(_, aliases)| aliases)
}

/// The value of a part: the first of its names whose value holds more than white space.
fn value(record: &Map<String, Value>, part: &str) -> Option<String> {
    names(part).iter().find_map(|name| {
        let found = match name.split_once('.') {
            Some((outer, inner)) => record.get(outer)?.as_object()?.get(inner)?,
            None => record.get(*name)?,
        };
        match found {
            Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
            Value::Number(number) if part != "text" => Some(number.to_string()),
            _ => None,
        }
    })
}

/// The article that a JSON value describes.
///
/// # Errors
/// When it is no object, or has no text: what was looked for.
pub(super) fn draft(value_read: &Value, path: &str, line: Option<u32>) -> Result<Draft, String> {
    let Value::Object(record) = value_read else {
        return Err(format!(
            "is {}, not an object; each article must be a JSON object with a `text`",
            kind(value_read)
        ));
    };
    let Some(text) = value(record, "text") else {
        let names = names("text").join(", ");
        return Err(format!(
            "has no text: none of the fields {names} holds any; rename the field that does to `text`"
        ));
    };
    let part = |name: &str| value(record, name).map(|text| text.trim().to_owned());
    Ok(Draft {
        id: part("id"),
        path: path.to_owned(),
        line,
        outlet: part("outlet"),
        event: part("event"),
        published: part("published"),
        url: part("url"),
        title: part("title"),
        text,
        front: None,
        record: true,
    })
}

/// Fills a draft from front matter, through the same table of names.
pub(super) fn take_fields(draft: &mut Draft, fields: Vec<(String, String)>) {
    let record: Map<String, Value> = fields
        .into_iter()
        .map(|(key, text)| (key, Value::String(text)))
        .collect();
    draft.id = value(&record, "id");
    draft.outlet = value(&record, "outlet");
    draft.event = value(&record, "event");
    draft.published = value(&record, "published");
    draft.url = value(&record, "url");
    draft.title = value(&record, "title");
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// What is wrong with a piece of JSON, in words that fit into one line.
pub(super) fn syntax(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    format!(
        "is not valid JSON: {said} (column {}); mend it or write one JSON object a line",
        error.column()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: &Value) -> Draft {
        draft(value, "x.json", None).expect("an article")
    }

    #[test]
    fn fields_of_four_extractors() {
        for record in [
            json!({"maintext": "T.", "title": "H", "source_domain": "post.example", "date_publish": "2031-05-03 10:00:00", "url": "u"}),
            json!({"text": "", "raw_text": "T.", "title": "H", "hostname": "post.example", "date": "2031-05-03", "source": "u"})
                .as_object()
                .map(|o| { let mut o = o.clone(); o.remove("source"); o.insert("url".into(), "u".into()); Value::Object(o) })
                .expect("an object"),
            json!({"text": "T.", "title": "H", "source_url": "https://post.example", "publish_date": "2031-05-03", "canonical_link": "u"}),
            json!({"story_text": "T.", "headline": "H", "media_name": "Post", "publish_date": "2031-05-03", "url": "u", "stories_id": 7}),
        ] {
            let draft = read(&record);
            assert_eq!((draft.text.as_str(), draft.title.as_deref(), draft.url.as_deref()), ("T.", Some("H"), Some("u")));
            assert!(draft.outlet.is_some() && draft.published.is_some(), "{record}");
        }
    }

    #[test]
    fn nested_and_empty_values() {
        let draft = read(
            &json!({"id": "", "_id": {"$oid": "a1"}, "source": {"id": null, "name": "Post"}, "text": null, "body": " T. "}),
        );
        assert_eq!(draft.outlet.as_deref(), Some("Post"));
        assert_eq!(draft.id.as_deref(), Some("a1"));
        assert_eq!(draft.text, " T. ", "the text is never altered");
    }

    #[test]
    fn a_record_without_text_names_the_fields() {
        let error = draft(&json!({"title": "H", "text": " \n"}), "x", None).expect_err("no text");
        assert!(error.contains("text, maintext, article_text"), "{error}");
        assert!(
            draft(&json!([1]), "x", None)
                .expect_err("a list")
                .contains("a list")
        );
    }
}
