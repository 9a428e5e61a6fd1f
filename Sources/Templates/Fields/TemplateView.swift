package import Fields

/// What a template is given: a record whose fields are the names that it may use. Templates are compiled against that declaration, so a name
/// that a template uses and no page offers is found before anything is published.
///
/// A text is escaped where it is shown (`{{name}}`), HTML is shown as it is (`{{{name}}}`). What is absent or empty is false in a section, and
/// hides the same name of the views around. An element of a list of texts is `{{.}}`.
package protocol TemplateView: HasFields {}
