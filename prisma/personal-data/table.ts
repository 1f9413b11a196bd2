/** How careful one has to be with a column. */
export const classes = {
  none: 'says nothing about a person',
  public: 'anybody may read it',
  personal: 'says something about somebody, also under a number',
  sensitive: 'would harm somebody who is named by it (PIPL art. 28)',
  secret: 'opens something; nobody is ever shown it',
} as const

export type DataClass = keyof typeof classes

/** By what right it is kept (Personal Information Protection Law art. 13). */
export const bases = {
  contract: 'needed for what she asked for (art. 13, 2)',
  consent: 'her consent, which she may take back (art. 13, 1)',
  duty: 'a duty of the law or of the county (art. 13, 3)',
} as const

export const keeping = {
  account:
    'until she closes her account: then the row is emptied or its key destroyed; who stands in the county’s register keeps her name and identity number there, under a key of their own',
  session: 'a day longer than the session',
  day: 'about a day after it was used or ran out',
  visit: 'while it is used; what belongs to no account as many days as the setting carts.keepDays says',
  trade: 'three years after the sale at least (E-Commerce Law art. 31), then under numbers alone',
  books: 'as long as the books',
  register: 'while the register is kept: it ends by a date and is not deleted',
  mandate:
    'what was not confirmed until it is turned down or its mandate is over; else three years after the mandate ended (Civil Code art. 188): then its key is destroyed',
  joining:
    'while there is a shop or an application that waits; of a refused one what names her goes after 180 days, or when she closes her account, which takes back one that waits; of a shop that closed with its maker’s account the papers lie under a key of their own for three years (Measures on Online Trading art. 31)',
  shown: 'while it is shown',
  audit: 'as long as the audit: nothing is taken out of it',
} as const

/** What a table is for and of which class each of its columns is (names with a space between). */
export type Table = {
  purpose: string
  /** these four are said of every table with a personal or sensitive column */
  basis?: keyof typeof bases
  seenBy?: string
  kept?: keyof typeof keeping
  /** why she does not find in the file about herself what `own` does not name */
  withheld?: string
  /** columns that she finds in the file about herself, and where */
  own?: Record<string, string>
  columns: Partial<Record<DataClass, string>>
}
