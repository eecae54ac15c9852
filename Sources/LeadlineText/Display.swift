/// The one gate between a text from outside and a terminal (8-faults: gates).
package enum Display {
  package static func safe(_ text: String) -> String { text }
  package static func ascii(_ text: String) -> String { text }
}
