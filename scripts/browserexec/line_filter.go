package main

import (
	"bytes"
	"io"
)

// lineFilter forwards whole lines, except those that contain noise. Chromium announces address
// spaces that the tool's older chromedp does not support; it logs each and continues.
type lineFilter struct {
	to    io.Writer
	noise []byte
	line  []byte
}

// Write accepts any part of the text; a line is written when its end has arrived.
func (f *lineFilter) Write(text []byte) (int, error) {
	f.line = append(f.line, text...)
	for {
		end := bytes.IndexByte(f.line, '\n') + 1
		if end == 0 {
			return len(text), nil
		}
		if line := f.line[:end]; !bytes.Contains(line, f.noise) {
			if _, err := f.to.Write(line); err != nil {
				return 0, err
			}
		}
		f.line = f.line[end:]
	}
}
