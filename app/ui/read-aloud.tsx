import speakPage from './speak-page.js?url'

/** Reads the page aloud where the browser can; the script shows the button there. */
export function ReadAloud({ read, stop }: { read: string; stop: string }) {
  return (
    <>
      <button
        type="button"
        data-read-aloud
        data-stop={stop}
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
