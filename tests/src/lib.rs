//! What the tests of the whole share: the built site, a static server, and a page under WebDriver.

pub mod attempt;
pub mod driver;
pub mod engine;
pub mod ledgers;
pub mod page;
pub mod program;
pub mod server;
pub mod site;
pub mod states;
