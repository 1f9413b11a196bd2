import type { TextLink } from '~/ui/ui-types'

/** What is one visitor's on a page that many are shown; write-own-part.js writes it there. Without a name: whoever looks over her shoulder learns none. */
export type OwnPart = {
  isKnown: boolean
  basket: { count: number; label: string }
  account: TextLink
  /** the way to what she keeps; null while that is nothing */
  kept: TextLink | null
  /** slugs of what she marked */
  pieces: readonly string[]
  makers: readonly string[]
  /** slugs of the pieces on whose page a question of hers stands that others do not see */
  asked: readonly string[]
  /** of buttons that are pressed; where `{title}` stands, the piece is named */
  words: Record<'kept' | 'keepLabel' | 'keptLabel' | 'keptThis' | 'followed' | 'seeKept', string>
}
