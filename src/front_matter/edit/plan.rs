//! From what is to be done to the parts of the text that change.

use super::action::Action;
use super::look::Look;
use super::site::Site;
use super::splice::Splice;
use super::write::{Hand, Quote, Unwritable, Within, key as write_key};
use super::{block, flow, table};
use crate::front_matter::Format;
use crate::front_matter::value::Value;

/// What changes, or why nothing does.
pub(super) type Planned = Result<Vec<Splice>, Unwritable>;

/// How a list or mapping is written.
enum Form {
    /// YAML, a line each.
    Block,
    /// In brackets.
    Flow,
    /// TOML, a line each.
    Table,
}

/// What of the text changes by `action`.
pub(super) fn splices(look: &Look<'_>, action: &Action<'_>) -> Planned {
    const GONE: Unwritable = "there is no such value";
    let site = match action {
        Action::Append(path, _) => Site::of_list(look, path),
        _ => Site::of(look, action.path()),
    };
    let site = site.ok_or(GONE)?;
    match (action, form(&site)?) {
        (Action::Rename(_, key), form) => rename(&site, key, &form),
        (Action::Replace(_, value), Form::Block) => block::replace(&site, value),
        (Action::Replace(_, value), Form::Flow) => flow::replace(&site, value),
        (Action::Replace(_, value), Form::Table) => table::replace(&site, value),
        (Action::Insert(path, value), form) => {
            let key = path.steps().last().ok_or(GONE)?;
            match form {
                Form::Block => block::insert(&site, key, value),
                Form::Flow => flow::insert(&site, key, value),
                Form::Table => table::insert(&site, key, value),
            }
        }
        (Action::Append(_, value), Form::Block) => block::append(&site, value),
        (Action::Append(_, value), Form::Flow) => flow::append(&site, value),
        (Action::Append(_, value), Form::Table) => table::append(&site, value),
        (Action::Delete(_), Form::Block) => block::delete(&site),
        (Action::Delete(_), Form::Flow) => flow::delete(&site),
        (Action::Delete(_), Form::Table) => table::delete(&site),
    }
}

fn form(site: &Site<'_, '_>) -> Result<Form, Unwritable> {
    match site.look.format() {
        _ if site.has_brackets() => Ok(Form::Flow),
        Some(Format::Toml) => Ok(Form::Table),
        Some(Format::Yaml) => Ok(Form::Block),
        _ => Err("keywords of Org mode are not edited"),
    }
}

/// The key at the site becomes another one, in the quotes that it has.
fn rename(site: &Site<'_, '_>, key: &str, form: &Form) -> Planned {
    let entry = site.child().and_then(|child| child.entry).ok_or("there is no such key")?;
    let written = site.look.source(entry.key_span);
    let usual = site.hand(&Value::from(key));
    let quote = if written.starts_with('\'') { Quote::Single } else { usual.quote };
    let hand = Hand { keys: written.starts_with(['"', '\'']), quote, ..usual };
    let within = if site.has_brackets() { Within::Brackets } else { Within::Line };
    let mut out = String::new();
    write_key(key, hand, within, &mut out);
    match form {
        Form::Table => table::rename(site, &out),
        Form::Block | Form::Flow => Ok(vec![Splice::replace(entry.key_span.range(), out)]),
    }
}
