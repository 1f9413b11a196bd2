import { createContext } from 'react'

/** The script nonce of this response; empty in the browser, where it is no longer needed. */
export const NonceContext = createContext('')
