//! The inputs: those that DESIGN.md's numbers speak of where they can be had, else articles made
//! here, which have names of their own.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An article with front matter and body.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) text: String,
}

const NAMES: [&str; 4] = ["feed-5k", "feed-1m", "english-30k", "english-1m"];

/// The inputs in `COPYDESK_BENCH_INPUTS`; else those that `bench-inputs/generate.py` of
/// `COPYDESK_SHARED` or `root`'s sister `shared` writes; else made ones.
pub(crate) fn load(root: &Path) -> Vec<Input> {
    let folder = env::var_os("COPYDESK_BENCH_INPUTS").map(PathBuf::from);
    match folder.or_else(|| generate(root)) {
        Some(folder) => read(&folder).expect("the inputs' folder holds all of them"),
        None => make(),
    }
}

fn read(folder: &Path) -> io::Result<Vec<Input>> {
    let input = |name: &str| {
        let text = fs::read_to_string(folder.join(name).with_extension("txt"))?;
        Ok(Input { name: name.to_owned(), text })
    };
    NAMES.into_iter().map(input).collect()
}

/// The folder that the generator wrote to, now or before.
fn generate(root: &Path) -> Option<PathBuf> {
    let shared = env::var_os("COPYDESK_SHARED").map_or(root.join("../shared"), PathBuf::from);
    let script = shared.join("bench-inputs/generate.py");
    let folder = root.join("target/bench-inputs");
    if !script.exists() || read(&folder).is_ok() {
        return script.exists().then_some(folder);
    }
    let done = Command::new("python3").arg(&script).arg(&folder).status();
    let written = done.is_ok_and(|status| status.success());
    if !written {
        eprintln!("{} could not be run; inputs are made", script.display());
    }
    written.then_some(folder)
}

fn make() -> Vec<Input> {
    let input = |name: &str, part: &str, parts: usize| Input {
        name: name.to_owned(),
        text: format!("{FRONT_MATTER}<div>\n{}</div>\n", part.repeat(parts)),
    };
    vec![
        input("made-feed-5k", FEED, 4),
        input("made-feed-1m", FEED, 900),
        input("made-english-30k", ENGLISH, 20),
        input("made-english-1m", ENGLISH, 700),
    ]
}

const FRONT_MATTER: &str = "
---
title: '港口的新桥将于五月开放'
categories: 
 - 城市
 - Harbour Post 海港报
 - 新闻
headimg: 'https://www.example.org/2023/05/bridge.jpg?w=770&resize=770%2C433'
author: Harbour Post 海港报
comments: false
date: Wed, 17 May 2023 08:21:04 GMT
thumbnail: 'https://www.example.org/2023/05/bridge.jpg?w=300&resize=300%2C169'
---

";

const FEED: &str = r#"<p>市议会周三宣布，连接旧港与新区的桥将在五月的第三个周末开放，届时渡轮将停运两天。</p>
<p>工程师说，桥的两端各有一座小公园，行人可以从那里走到水边。</p>
<figure id="attachment_1" style="width:770px" class="wp-caption aligncenter"><img loading="lazy" class="size-full" src="https://www.example.org/2023/05/bridge-1.jpg?w=770&resize=770%2C433" alt referrerpolicy="no-referrer">开放前一天的新桥 (海港报)</figure>
<h3>居民怎么说</h3>
<p>住在旧港的人说，他们等这座桥等了二十年；渡轮的船长则说，他会想念每天早晨的雾。</p>
"#;

const ENGLISH: &str = r#"<h2 class="wp-block-heading" id="h-the-bridge"><strong>The bridge opens</strong></h2>
<p>The council said on Wednesday that the bridge &#8220;opens in May&#8221;, and that <a href="https://www.example.org/2023/05/ferry/?utm_source=rss&#038;utm_medium=feed" target="_blank" rel="noopener">the ferry</a> stops for two days &amp; two nights.</p>
<p>Engineers <em>expect</em> some noise&hellip; Residents do not mind: they have waited for twenty years, and the harbour was never quiet.</p>
<figure id="attachment_2" style="width: 1024px" class="wp-caption aligncenter"><img decoding="async" class="size-large" src="https://www.example.org/2023/05/bridge-1024x576.jpg" alt="The bridge at dawn" width="1024" height="576" srcset="https://www.example.org/2023/05/bridge-1024x576.jpg 1024w, https://www.example.org/2023/05/bridge-300x169.jpg 300w" sizes="(max-width: 1024px) 100vw, 1024px" /><figcaption class="wp-caption-text">The bridge, a day before it opens. <em>Photo: Harbour Post</em></figcaption></figure>
<ul class="wp-block-list">
<li>Two parks, one at each end.</li>
<li>A lane for bicycles.</li>
</ul>
<blockquote class="wp-block-quote">
<p>I shall miss the fog.</p>
</blockquote>
"#;
