//! Tags, in whatever key and shape an article has them.

use copydesk::{Document, Edit, Value};

/// Adds a tag that is not there yet.
pub(crate) fn add(edit: &mut Edit<'_>, tag: &str) {
    let Tags { key, names, is_list } = Tags::of(edit);
    if names.iter().any(|name| name == tag) {
        return;
    }
    if is_list {
        edit.push(key, tag);
    } else {
        edit.set(key, names.iter().map(|name| &**name).chain([tag]).collect::<Value>());
    }
}

/// Removes a tag, wherever it stands.
pub(crate) fn remove(edit: &mut Edit<'_>, tag: &str) {
    let Tags { key, names, is_list } = Tags::of(edit);
    if !is_list && names.iter().any(|name| name == tag) {
        edit.set(
            key,
            names.iter().filter(|name| *name != tag).map(|name| &**name).collect::<Value>(),
        );
        return;
    }
    // From the last one on, so that the places of the others stay.
    for at in places(edit, &key, tag).into_iter().rev() {
        edit.remove(format!("{key}.{at}"));
    }
}

/// Gives a tag another name; if there is one of that name already, it only goes.
pub(crate) fn rename(edit: &mut Edit<'_>, old: &str, new: &str) {
    let Tags { key, names, is_list } = Tags::of(edit);
    if names.iter().any(|name| name == new) {
        return remove(edit, old);
    }
    if !is_list && names.iter().any(|name| name == old) {
        let renamed = names.iter().map(|name| if name == old { new } else { &**name });
        edit.set(key, renamed.collect::<Value>());
        return;
    }
    for at in places(edit, &key, old) {
        edit.set(format!("{key}.{at}"), new);
    }
}

/// The tags of an article.
struct Tags {
    /// The path of the key that they are read from, or would be.
    key: String,
    names: Vec<String>,
    /// Whether they are a list, or nothing yet; else it is a text that names them.
    is_list: bool,
}

impl Tags {
    fn of(edit: &Edit<'_>) -> Self {
        let text = edit.finish().unwrap_or_default();
        let document = copydesk::Parser::new().parse_front_matter(&text);
        let metadata = document.metadata();
        let field = metadata.fields.iter().find(|field| field.name == "tags");
        let key = field.map_or("tags", |field| &*field.key).to_owned();
        let names = metadata.tags.iter().map(ToString::to_string).collect();
        let is_list = is_list(&document, &key);
        Self { key, names, is_list }
    }
}

fn is_list(document: &Document<'_>, key: &str) -> bool {
    let values = document.front_matter().map(|front_matter| front_matter.values());
    let value = values.as_ref().and_then(|values| values.path(key));
    value.is_none_or(|value| value.as_list().is_some() || value.is_null())
}

/// The indexes of the items that are a tag.
fn places(edit: &Edit<'_>, key: &str, tag: &str) -> Vec<usize> {
    let values = edit.values();
    let items = values.path(key).and_then(Value::as_list).unwrap_or_default();
    let is_tag = |(at, item): (usize, &Value<'_>)| (item.text() == Some(tag)).then_some(at);
    items.iter().enumerate().filter_map(is_tag).collect()
}
