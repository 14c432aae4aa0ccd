use super::*;

fn locate(input: &str) -> FrontMatter<'_> {
    FrontMatter::locate(input, &split(input), Dialect::Common).unwrap()
}

#[test]
fn any_place_read_from_json_is_safe() {
    let json = r#"{"format":"yaml","span":[0,0],"raw":"a: [","raw_span":[4294967295,0],"line":4294967295}"#;
    let front_matter: FrontMatter<'_> = serde_json::from_str(json).unwrap();
    assert_eq!(front_matter.values().len(), 1);
    assert!(front_matter.deserialize::<u8>().is_err());
}

#[test]
fn places_count_from_the_start_of_the_input() {
    let input = "\u{FEFF}\n---\ntitle: x\n---\nbody";
    let front_matter = locate(input);
    assert_eq!(front_matter.line, 3);
    assert_eq!(front_matter.span.slice(input), Some("---\ntitle: x\n---\n"));
    assert_eq!(front_matter.raw_span.slice(input), Some("title: x\n"));
    #[cfg(feature = "yaml")]
    assert_eq!(front_matter.values().get("title").unwrap().span.slice(input), Some("x"));
}

#[test]
#[cfg(feature = "yaml")]
fn owned_front_matter_reads_the_same() {
    let owned = locate("---\ntitle: x\ntags: [y, \"z\\t\"]\n---\n").into_owned();
    let limits = Limits::new();
    let Reading::Mapping(values) = read(&owned, &limits, &mut Diagnostics::new(0)) else {
        panic!("not read");
    };
    assert_eq!(values, owned.values());
    assert_eq!(values.path("tags.1").and_then(Value::as_str), Some("z\t"));
}

#[test]
fn too_long_is_found_and_not_read() {
    let limits = Limits::new().with_front_matter_bytes(3);
    let mut diagnostics = Diagnostics::new(9);
    let reading = read(&locate("---\na: 1\n---\n"), &limits, &mut diagnostics);
    assert!(matches!(reading, Reading::Unreadable));
    let told = diagnostics.finish("---\na: 1\n---\n");
    assert_eq!(
        told[0].to_string(),
        "error: front matter is longer than 3 bytes at line 2, column 1"
    );
}

#[test]
#[cfg(not(feature = "toml"))]
fn a_format_may_be_off() {
    let input = "+++\na = 1\n+++\n";
    let mut diagnostics = Diagnostics::new(9);
    let reading = read(&locate(input), &Limits::new(), &mut diagnostics);
    assert!(matches!(reading, Reading::Unreadable));
    assert_eq!(diagnostics.finish(input)[0].code, Code::FormatDisabled);
}

#[test]
#[cfg(feature = "json")]
fn errors_have_their_place_in_the_file() {
    let place = |input: &str| {
        let error = locate(input).deserialize::<[u8; 1]>().unwrap_err();
        assert_eq!(error.position(), Position::of(input, error.span().start));
        error.to_string()
    };
    insta::assert_snapshot!(place("\n\n{\"a\": 1}"), @"expected an array of length 1, found a mapping at line 3, column 1");
    insta::assert_snapshot!(place("\u{FEFF}{\"a\": 1}"), @"expected an array of length 1, found a mapping at line 1, column 2");
    insta::assert_snapshot!(place("{\"a\": x}"), @"front matter is not valid JSON: expected value at line 1, column 7");
}
