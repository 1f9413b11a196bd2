/** Whoever listens to one recording hears no other: the page's others pause; all of them (null) before she speaks herself. */
export function playAlone(playing: HTMLMediaElement | null): void {
  for (const audio of document.querySelectorAll('audio')) if (audio !== playing) audio.pause()
}
