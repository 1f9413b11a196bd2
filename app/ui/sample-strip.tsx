/** Says on every page that people, shops and figures are invented. One line at 320 px: keep it under 24 characters. */
export function SampleStrip({ text }: { text: string }) {
  return (
    <section className="sample" aria-labelledby="sample-note">
      <p id="sample-note">{text}</p>
    </section>
  )
}
