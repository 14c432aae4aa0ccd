//! [`Writer`]: who writes the JSON.

use serde::Serialize;

/// A writer of JSON. Both sides of a job have the same one.
#[derive(Debug, Clone, Copy)]
pub enum Writer {
    /// What most programs write JSON with.
    SerdeJson,
    /// One that looks at many bytes of a text at once.
    SonicRs,
}

impl Writer {
    pub const ALL: [Self; 2] = [Self::SerdeJson, Self::SonicRs];

    pub fn write(self, value: &impl Serialize, out: &mut Vec<u8>) {
        match self {
            Self::SerdeJson => serde_json::to_writer(out, value).expect("JSON"),
            Self::SonicRs => sonic_rs::to_writer(out, value).expect("JSON"),
        }
    }
}
