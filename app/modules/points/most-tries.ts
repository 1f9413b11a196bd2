/** wrong PINs after which only a code from her phone lets her in (check in the database) */
export const mostTries = 5
