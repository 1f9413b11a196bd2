/** The first stop of the keyboard: past the navigation, to the page itself. Every frame has it. */
export function SkipLink({ text }: { text: string }) {
  return (
    <a className="skip" href="#main">
      {text}
    </a>
  )
}
