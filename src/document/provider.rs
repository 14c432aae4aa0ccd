//! [`Provider`]: whose an embed is, and what they call it, by its address.

use serde::{Deserialize, Serialize};

use crate::owned::owned_already;
use crate::span::Span;
use crate::text::Text;

macro_rules! providers {
    ($($variant:ident $name:literal [$($host:literal)*] [$($mark:literal)*],)*) => {
        /// Whose an [`Embed`](crate::Embed) is, by the host of its address.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Provider {
            $(
                #[doc = concat!("`", $name, "` in JSON.")]
                #[serde(rename = $name)]
                $variant,
            )*
        }

        /// The hosts of each, perhaps with the beginning of a path; and what stands before its ids.
        const PROVIDERS: &[(Provider, &[&str], &[&str])] =
            &[$((Provider::$variant, &[$($host),*], &[$($mark),*]),)*];
    };
}

// A mark that ends in `#` stands before digits only. The first that is found counts.
providers! {
    YouTube "youtube" ["youtube.com" "youtu.be" "youtube-nocookie.com"]
        ["/embed/" "/v/" "/shorts/" "/live/" "?v=" "&v=" "youtu.be/"],
    Vimeo "vimeo" ["vimeo.com"] ["/video/#" "vimeo.com/#"],
    Bilibili "bilibili" ["bilibili.com"] ["bvid=" "aid=#" "/video/"],
    Dailymotion "dailymotion" ["dailymotion.com" "dai.ly"]
        ["/embed/video/" "/video/" "?video=" "dai.ly/"],
    Twitch "twitch" ["twitch.tv"] ["?video=" "&video=" "?clip=" "&clip=" "/videos/#"],
    Youku "youku" ["youku.com"] ["/embed/" "/id_"],
    TencentVideo "tencent_video" ["v.qq.com"] ["vid="],
    Niconico "niconico" ["nicovideo.jp"] ["/watch/"],
    Rutube "rutube" ["rutube.ru"] ["/play/embed/" "/video/"],
    Streamable "streamable" ["streamable.com"] ["/e/" "streamable.com/"],
    Wistia "wistia" ["wistia.net" "wistia.com"] ["/iframe/" "/medias/"],
    JwPlayer "jw_player" ["jwplayer.com" "jwplatform.com"] ["/players/" "/previews/"],
    Brightcove "brightcove" ["brightcove.net" "brightcove.com"] ["videoId="],
    Ted "ted" ["ted.com"] ["/talks/"],
    X "x" ["twitter.com" "x.com"] ["/status/#" "/statuses/#" "?id=#" "&id=#"],
    Instagram "instagram" ["instagram.com"] ["/p/" "/reel/" "/tv/"],
    Facebook "facebook" ["facebook.com" "fb.watch"] ["/videos/#" "/posts/" "?v=#"],
    Threads "threads" ["threads.net" "threads.com"] ["/post/"],
    TikTok "tiktok" ["tiktok.com"] ["/video/#" "/embed/v2/#" "/embed/#" "/player/v1/#"],
    Bluesky "bluesky" ["bsky.app"] ["/post/" "/app.bsky.feed.post/"],
    TruthSocial "truth_social" ["truthsocial.com"] ["/posts/#" "/statuses/#"],
    Telegram "telegram" ["t.me"] [],
    Reddit "reddit" ["reddit.com" "redditmedia.com"] ["/comments/"],
    LinkedIn "linkedin" ["linkedin.com"] ["urn:li:share:#" "urn:li:activity:#"],
    Pinterest "pinterest" ["pinterest.com"] ["/pin/#" "?id=#"],
    Spotify "spotify" ["spotify.com"]
        ["/track/" "/episode/" "/show/" "/playlist/" "/album/" "/artist/"],
    SoundCloud "soundcloud" ["soundcloud.com"] ["/tracks/#" "%2Ftracks%2F#" "/playlists/#"],
    AppleMusic "apple_music" ["music.apple.com"] ["?i=#"],
    ApplePodcasts "apple_podcasts" ["podcasts.apple.com"] ["?i=#" "/id#"],
    Bandcamp "bandcamp" ["bandcamp.com"] ["track=#" "album=#"],
    Mixcloud "mixcloud" ["mixcloud.com"] [],
    NeteaseMusic "netease_music" ["music.163.com"] ["?id=#" "&id=#"],
    GoogleMaps "google_maps" ["www.google.com/maps" "google.com/maps" "maps.google.com"] [],
    GoogleDocs "google_docs" ["docs.google.com" "drive.google.com"]
        ["/d/e/" "/d/" "/presentation/d/"],
    OpenStreetMap "openstreetmap" ["openstreetmap.org"] [],
    Datawrapper "datawrapper" ["datawrapper.dwcdn.net"] ["dwcdn.net/"],
    Infogram "infogram" ["infogram.com"] ["infogram.com/"],
    Flourish "flourish" ["flo.uri.sh" "public.flourish.studio"] ["/visualisation/#" "/story/#"],
    Tableau "tableau" ["public.tableau.com"] [],
    SlideShare "slideshare" ["slideshare.net"] ["/embed_code/key/" "/embed_code/#"],
    SpeakerDeck "speaker_deck" ["speakerdeck.com"] ["/player/"],
    Scribd "scribd" ["scribd.com"] ["/embeds/#"],
    DocumentCloud "document_cloud" ["documentcloud.org"] ["/documents/"],
    Gist "gist" ["gist.github.com"] [],
    CodePen "codepen" ["codepen.io"] ["/embed/preview/" "/embed/" "/pen/"],
    CodeSandbox "codesandbox" ["codesandbox.io"] ["/embed/" "/s/"],
    JsFiddle "jsfiddle" ["jsfiddle.net"] [],
    StackBlitz "stackblitz" ["stackblitz.com"] ["/edit/"],
    Giphy "giphy" ["giphy.com"] ["/embed/"],
    Imgur "imgur" ["imgur.com"] [],
    Typeform "typeform" ["typeform.com"] ["/to/"],
}

impl Provider {
    /// Whose an address is.
    pub(super) fn of(address: &str) -> Option<Self> {
        let rest = after_scheme(address)?;
        PROVIDERS
            .iter()
            .find(|(_, hosts, _)| hosts.iter().any(|host| is_at(rest, host)))
            .map(|p| p.0)
    }

    /// What it calls what stands at an address of its own.
    pub(super) fn media_id<'a>(self, address: &Text<'a>) -> Option<Text<'a>> {
        let (_, _, marks) = PROVIDERS.iter().find(|(provider, ..)| *provider == self)?;
        let rest = after_scheme(address)?;
        let id = marks.iter().find_map(|mark| {
            let (mark, digits) = mark.strip_suffix('#').map_or((*mark, false), |mark| (mark, true));
            let after = &rest[rest.find(mark)? + mark.len()..];
            let is_part = |c: char| {
                c.is_ascii_digit() || !digits && (c.is_ascii_alphabetic() || "-_".contains(c))
            };
            let id = &after[..after.find(|c| !is_part(c)).unwrap_or(after.len())];
            (!id.is_empty() && id != "videoseries").then_some(id)
        })?;
        Some(address.part(Span::of_part(address, id, 0).range()))
    }
}

/// An address from its host on. An address without a scheme and host is nobody's.
fn after_scheme(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("//")?;
    let scheme = scheme.trim_start();
    let is_web = ["", "http:", "https:"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    is_web.then_some(rest)
}

/// Whether `rest`, an address from its host on, is at `place`: a host or one below it, with a path.
fn is_at(rest: &str, place: &str) -> bool {
    let (host, path) = place.find('/').map_or((place, ""), |at| place.split_at(at));
    let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
    let (own, own_path) = rest.split_at(end);
    let Some(start) = own.len().checked_sub(host.len()).filter(|&at| own.is_char_boundary(at))
    else {
        return false;
    };
    own[start..].eq_ignore_ascii_case(host)
        && (start == 0 || own[..start].ends_with('.'))
        && own_path.starts_with(path)
}

owned_already!(Provider);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_and_ids_are_told_by_the_address() {
        for (address, expected) in [
            ("https://www.youtube.com/embed/a-B_1?rel=0", "YouTube a-B_1"),
            ("//www.youtube-nocookie.com/embed/abc", "YouTube abc"),
            ("https://www.youtube.com/watch?v=abc&t=1", "YouTube abc"),
            ("https://youtu.be/abc?t=1", "YouTube abc"),
            ("https://www.youtube.com/embed/videoseries?list=PL1", "YouTube -"),
            ("HTTPS://Player.Vimeo.com/video/123?h=1", "Vimeo 123"),
            ("https://vimeo.com/channels/staff", "Vimeo -"),
            ("//player.bilibili.com/player.html?aid=1&bvid=BV1x&page=1", "Bilibili BV1x"),
            ("https://www.dailymotion.com/embed/video/x7u5", "Dailymotion x7u5"),
            ("https://v.qq.com/txp/iframe/player.html?vid=a0", "TencentVideo a0"),
            ("https://twitter.com/a/status/12?ref=x", "X 12"),
            ("https://notx.com/a/status/12", "-"),
            ("https://www.instagram.com/p/C-1_a/?utm", "Instagram C-1_a"),
            ("https://www.tiktok.com/@a/video/71", "TikTok 71"),
            ("https://open.spotify.com/embed/track/4a?x", "Spotify 4a"),
            (
                "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/34&a",
                "SoundCloud 34",
            ),
            ("https://www.google.com/maps/embed?pb=1", "GoogleMaps -"),
            ("https://www.google.com/search", "-"),
            ("https://datawrapper.dwcdn.net/z8ELA/2/", "Datawrapper z8ELA"),
            ("https://flo.uri.sh/visualisation/123/embed", "Flourish 123"),
            ("//www.slideshare.net/slideshow/embed_code/key/aB1", "SlideShare aB1"),
            ("/embed/a", "-"),
            ("ftp://youtube.com/embed/a", "-"),
            ("//", "-"),
            ("//é.x.com.", "-"),
        ] {
            let src = Text::borrowed(address);
            let provider = Provider::of(&src);
            let id = provider.and_then(|provider| provider.media_id(&src));
            let id = id.as_deref().unwrap_or("-").to_owned();
            let told = provider.map_or("-".to_owned(), |provider| format!("{provider:?} {id}"));
            assert_eq!(told, expected, "{address}");
        }
    }
}
