/**
 * A failure a person can mend: its message is one whole sentence that says what is wrong and what to do.
 * Anything else that is thrown is a fault of the scripts and is printed with its stack.
 */
export class Stop extends Error {}

/** Runs a command to its end: exit code 0, or 1 after the sentence (or the stack) on standard error. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
