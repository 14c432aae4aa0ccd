use super::*;

#[test]
#[cfg(feature = "yaml")]
fn values_are_read_by_the_rules_of_their_document() {
    let input = "---\ntoc: yes\nquoted: 'yes'\nnested: [{x: Off}]\n---\n";
    let values = |document: &Document<'_>| {
        serde_json::to_string(&document.front_matter().unwrap().values()).unwrap()
    };
    let document = Parser::new().dialect(Dialect::Jekyll).parse(input);
    let expected = r#"{"toc":true,"quoted":"yes","nested":[{"x":false}]}"#;
    assert_eq!(values(&document), expected);
    assert_eq!(serde_json::to_string(&document.metadata().extra).unwrap(), expected);
    let json = serde_json::to_string(&document).unwrap();
    let again: Document<'_> = serde_json::from_str(&json).unwrap();
    assert_eq!(again, document);
    assert_eq!(values(&again), expected);
    let common = Parser::new().parse(input);
    assert_eq!(values(&common), r#"{"toc":"yes","quoted":"yes","nested":[{"x":"Off"}]}"#);
    assert_eq!(common.front_matter().unwrap().dialect, Dialect::Common);
}

#[test]
fn front_matter_alone_is_what_the_document_has() {
    for input in ["", "<p>x", "---\ntitle: x\n---\n<p>x", "---\ntitle: x\n", "---\n- x\n---\n"] {
        let (all, head) = (Parser::new().parse(input), Parser::new().parse_front_matter(input));
        assert_eq!(head.metadata(), all.metadata());
        assert_eq!(head.front_matter(), all.front_matter());
        assert_eq!((head.body(), head.body_span()), (all.body(), all.body_span()));
        assert_eq!(head.diagnostics(), all.diagnostics());
        assert!(head.blocks().is_empty());
    }
}
