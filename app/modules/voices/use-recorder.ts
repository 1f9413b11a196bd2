import { useCallback, useEffect, useRef, useState } from 'react'
import { playAlone } from './play-alone'
import { voiceLimits } from './voice-limits'

/** What a browser may record, in the order in which it is asked. */
const wanted = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm']

/** how often what she has said so far is laid down while she speaks: that much is lost at most */
const sliceMs = 2_000

/** What she said. */
export type Spoken = {
  /** by which the shop knows it again */
  id: string
  blob: Blob
  seconds: number
  /** it ended before she had done: the battery was empty, or she left the page */
  isCut?: boolean
}

export type Recorded = Spoken & {
  src: string
  /** it lies on this device too, not on the page alone */
  isKept: boolean
}

/** Where a recording lies on this device until it is sent. `write` says whether there was room. */
export type RecordingKeep = {
  read: () => Promise<Spoken | null>
  write: (spoken: Spoken) => Promise<boolean>
  drop: () => Promise<void>
}

/** How a recording stands. `isAble`: null until the browser was looked at. */
export type RecorderState = {
  isAble: boolean | null
  is: 'resting' | 'asking' | 'recording' | 'recorded'
  /** of the minute */
  seconds: number
  recorded: Recorded | null
  /** why nothing could be recorded */
  fault: 'denied' | 'noMicrophone' | 'nothing' | null
}

const rest: RecorderState = { isAble: null, is: 'resting', seconds: 0, recorded: null, fault: null }

type Running = { recorder: MediaRecorder; timer: number }

/** Records up to a minute. The microphone is open only while she speaks, and closed when she leaves the page. With a `keep`, what she said and has not sent is there again when she comes back, also what she had said so far when the page died. */
export function useRecorder(keep?: RecordingKeep) {
  const [state, setState] = useState(rest)
  const running = useRef<Running | null>(null)
  const isGone = useRef(false)
  const kept = useRef(keep)

  const stop = useCallback(() => {
    if (running.current?.recorder.state === 'recording') running.current.recorder.stop()
  }, [])

  useEffect(() => {
    isGone.current = false
    const isAble = 'MediaRecorder' in window && navigator.mediaDevices?.getUserMedia !== undefined
    setState((before) => ({ ...before, isAble }))
    void kept.current?.read().then((spoken) => {
      if (!spoken || isGone.current) return
      setState((before) => (before.is === 'resting' ? { ...before, ...hold(spoken, true) } : before))
    })
    return () => {
      isGone.current = true
      stop()
    }
  }, [stop])

  const start = async () => {
    playAlone(null)
    setState((before) => ({ ...forget(before), is: 'asking' }))
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      if (isGone.current) return close(stream)
      const mimeType = wanted.find((type) => MediaRecorder.isTypeSupported(type))
      const recorder = new MediaRecorder(stream, {
        audioBitsPerSecond: voiceLimits.bitsPerSecond,
        ...(mimeType ? { mimeType } : {}),
      })
      const id = crypto.randomUUID()
      const pieces: Blob[] = []
      const startedAt = performance.now()
      const secondsNow = () =>
        Math.min(voiceLimits.seconds, Math.floor((performance.now() - startedAt) / 1000))
      const spokenSoFar = (isCut: boolean): Spoken => ({
        id,
        blob: new Blob(pieces, { type: recorder.mimeType }),
        seconds: Math.max(1, secondsNow()),
        isCut,
      })
      recorder.ondataavailable = ({ data }) => {
        if (data.size === 0) return
        pieces.push(data)
        if (recorder.state === 'recording') void kept.current?.write(spokenSoFar(true))
      }
      recorder.onstop = () => {
        window.clearInterval(running.current?.timer)
        running.current = null
        close(stream)
        if (pieces.length === 0) {
          // pressed twice in one breath: nothing was said
          if (!isGone.current) setState((before) => ({ ...before, is: 'resting', fault: 'nothing' }))
          return
        }
        const spoken = spokenSoFar(isGone.current)
        if (!isGone.current) setState((before) => ({ ...before, ...hold(spoken, false) }))
        void kept.current?.write(spoken).then((isKept) => {
          setState((before) =>
            before.recorded?.id === id ? { ...before, recorded: { ...before.recorded, isKept } } : before,
          )
        })
      }
      const timer = window.setInterval(() => {
        const seconds = secondsNow()
        setState((before) => ({ ...before, seconds }))
        if (seconds >= voiceLimits.seconds) stop()
      }, 250)
      running.current = { recorder, timer }
      recorder.start(sliceMs)
      setState((before) => ({ ...before, is: 'recording', seconds: 0 }))
    } catch (error) {
      const isDenied = error instanceof DOMException && error.name === 'NotAllowedError'
      setState((before) => ({ ...before, is: 'resting', fault: isDenied ? 'denied' : 'noMicrophone' }))
    }
  }

  const throwAway = () => {
    void kept.current?.drop()
    setState((before) => ({ ...forget(before), is: 'resting' }))
  }

  return { state, start, stop, throwAway }
}

function hold(spoken: Spoken, isKept: boolean): Pick<RecorderState, 'is' | 'seconds' | 'recorded'> {
  const recorded = { ...spoken, src: URL.createObjectURL(spoken.blob), isKept }
  return { is: 'recorded', seconds: spoken.seconds, recorded }
}

function forget(state: RecorderState): RecorderState {
  if (state.recorded) URL.revokeObjectURL(state.recorded.src)
  return { ...state, recorded: null, seconds: 0, fault: null }
}

function close(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
