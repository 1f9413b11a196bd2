import speakPage from './speak-page.js?url'

/** Reads the page aloud where the browser can; the script shows the button there. `chosen` is said before what is ticked. */
export function ReadAloud({ read, stop, chosen }: { read: string; stop: string; chosen: string }) {
  return (
    <>
      <button
        type="button"
        data-read-aloud
        data-stop={stop}
        data-chosen={chosen}
        aria-pressed="false"
        hidden
        suppressHydrationWarning
      >
        {read}
      </button>
      <script type="module" src={speakPage} />
    </>
  )
}
