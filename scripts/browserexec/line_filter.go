package main

import (
	"bytes"
	"io"
)

// lineFilter writes whole lines on, except those that contain noise. Chromium announces address
// spaces that the tool's older chromedp does not know; it logs each and goes on.
type lineFilter struct {
	to    io.Writer
	noise []byte
	line  []byte
}

// Write takes any part of the text; a line is written when its end has come.
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
