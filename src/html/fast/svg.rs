//! Inline SVG whose tree is the nesting written: icons, for the most part.

use super::{Builder, Decline};
use crate::html::elements::LEAVES_FOREIGN;
use crate::html::tokenizer::{StartTag, Tokens};
use crate::html::{Attribute, Namespace, Tag};
use crate::span::Span;
use crate::text::Text;

impl<'a> Builder<'a> {
    /// Adds `svg`.
    pub(super) fn svg(
        &mut self,
        start: StartTag<'a>,
        span: Span,
        tokens: &mut impl Tokens<'a>,
    ) -> Result<(), Decline> {
        self.prepare(Tag::Svg, span)?;
        self.svg_start_tag(start, span, tokens.attributes())
    }

    /// Adds `svg`, or an element in it.
    pub(super) fn svg_start_tag(
        &mut self,
        start: StartTag<'a>,
        span: Span,
        attributes: &mut [Attribute<'a>],
    ) -> Result<(), Decline> {
        self.nest.skip_line_feed = false;
        let name = start.name();
        let StartTag { tag, other, attributes: own, self_closing } = start;
        let leaves =
            LEAVES_FOREIGN.has(tag) || matches!(tag, Tag::Head | Tag::Body) || name == "font";
        if self.foreign > 0 && (leaves || tag == Tag::Script || self.is_integration_point()) {
            // "In foreign content": these end it, run, or are HTML's again.
            return Err(Decline::Special);
        }
        for attribute in attributes.get_mut(own.start as usize..own.end as usize).unwrap_or(&mut [])
        {
            if let Some(name) = adjusted_attribute(&attribute.name) {
                attribute.name = Text::borrowed(name);
            }
        }
        let name = adjusted_element(&name).map_or(name, Text::borrowed);
        let element = self.nest.tree.new_element(tag, Namespace::Svg, name, own);
        let id = self.nest.append(element, span);
        if !self_closing {
            self.nest.open(id, tag, &other);
            self.foreign += 1;
        }
        Ok(())
    }

    pub(super) fn svg_end_tag(&mut self, name: &str, span: Span) -> Result<(), Decline> {
        let current = self.nest.tree.element(self.nest.current());
        if !current.is_some_and(|element| self.nest.tree.name(element).eq_ignore_ascii_case(name)) {
            // It may end HTML's elements around the `svg`.
            return Err(Decline::Misnested);
        }
        self.nest.close(span.end);
        self.foreign -= 1;
        Ok(())
    }

    /// Whether what stands in the current node is HTML's again.
    fn is_integration_point(&self) -> bool {
        let current = self.nest.tree.element(self.nest.current());
        current
            .is_some_and(|it| matches!(self.nest.tree.name(it), "title" | "desc" | "foreignObject"))
    }
}

/// The name in the case that SVG gives it, if that is not the lower one.
///
/// HTML standard, "The rules for parsing tokens in foreign content", any other start tag.
fn adjusted_element(name: &str) -> Option<&'static str> {
    adjusted(
        name,
        &[
            "altGlyph",
            "altGlyphDef",
            "altGlyphItem",
            "animateColor",
            "animateMotion",
            "animateTransform",
            "clipPath",
            "feBlend",
            "feColorMatrix",
            "feComponentTransfer",
            "feComposite",
            "feConvolveMatrix",
            "feDiffuseLighting",
            "feDisplacementMap",
            "feDistantLight",
            "feDropShadow",
            "feFlood",
            "feFuncA",
            "feFuncB",
            "feFuncG",
            "feFuncR",
            "feGaussianBlur",
            "feImage",
            "feMerge",
            "feMergeNode",
            "feMorphology",
            "feOffset",
            "fePointLight",
            "feSpecularLighting",
            "feSpotLight",
            "feTile",
            "feTurbulence",
            "foreignObject",
            "glyphRef",
            "linearGradient",
            "radialGradient",
            "textPath",
        ],
    )
}

/// "Adjust SVG attributes" of the HTML standard.
fn adjusted_attribute(name: &str) -> Option<&'static str> {
    adjusted(
        name,
        &[
            "viewBox",
            "preserveAspectRatio",
            "attributeName",
            "attributeType",
            "baseFrequency",
            "baseProfile",
            "calcMode",
            "clipPathUnits",
            "diffuseConstant",
            "edgeMode",
            "filterUnits",
            "glyphRef",
            "gradientTransform",
            "gradientUnits",
            "kernelMatrix",
            "kernelUnitLength",
            "keyPoints",
            "keySplines",
            "keyTimes",
            "lengthAdjust",
            "limitingConeAngle",
            "markerHeight",
            "markerUnits",
            "markerWidth",
            "maskContentUnits",
            "maskUnits",
            "numOctaves",
            "pathLength",
            "patternContentUnits",
            "patternTransform",
            "patternUnits",
            "pointsAtX",
            "pointsAtY",
            "pointsAtZ",
            "preserveAlpha",
            "primitiveUnits",
            "refX",
            "refY",
            "repeatCount",
            "repeatDur",
            "requiredExtensions",
            "requiredFeatures",
            "specularConstant",
            "specularExponent",
            "spreadMethod",
            "startOffset",
            "stdDeviation",
            "stitchTiles",
            "surfaceScale",
            "systemLanguage",
            "tableValues",
            "targetX",
            "targetY",
            "textLength",
            "viewTarget",
            "xChannelSelector",
            "yChannelSelector",
            "zoomAndPan",
        ],
    )
}

fn adjusted(name: &str, names: &[&'static str]) -> Option<&'static str> {
    names.iter().find(|it| it.len() == name.len() && it.eq_ignore_ascii_case(name)).copied()
}
