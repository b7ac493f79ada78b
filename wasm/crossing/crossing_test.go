package crossing

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// say writes a text as the page does, and reports whether it was taken.
func (r *receiver) say(kind spec.MessageKind, instance, id int32, text string) bool {
	n := copy(r.grow(int32(len(text))), text)
	return r.take(int32(kind), instance, id, int32(n))
}

func newReceiver() (*receiver, *[]Message) {
	all := new([]Message)
	return &receiver{receive: func(m Message) { *all = append(*all, m) }}, all
}

func TestAMessageCrosses(t *testing.T) {
	r, all := newReceiver()
	assert.True(t, r.say(spec.KindInvoke, 3, 7, "AnswerAsync\n[]"))
	assert.True(t, r.say(spec.KindFrame, 0, 1, "{\n}"))
	assert.True(t, r.say(spec.KindWake, 3, 0, ""))
	assert.Equal(t, []Message{
		{spec.KindInvoke, 3, 7, "AnswerAsync", "[]"},
		{spec.KindFrame, 0, 1, "", "{\n}"},
		{spec.KindWake, 3, 0, "", ""},
	}, *all)
}

func TestATextIsCopiedBeforeTheNextTakesItsPlace(t *testing.T) {
	var texts []string
	r := &receiver{}
	r.receive = func(m Message) {
		if m.ID == 1 {
			assert.True(t, r.say(spec.KindInvoke, 1, 2, "inner\n"))
		}
		texts = append(texts, m.Name)
	}
	assert.True(t, r.say(spec.KindInvoke, 1, 1, "outer\n"))
	assert.Equal(t, []string{"inner", "outer"}, texts)
}

func TestMoreThanThereIsIsNotTaken(t *testing.T) {
	r, all := newReceiver()
	assert.False(t, r.take(1, 1, 1, 1), "there is no room yet")
	r.grow(10)
	for _, size := range []int32{-1, firstRoom + 1, 1<<31 - 1} {
		assert.False(t, r.take(1, 1, 1, size))
	}
	assert.Nil(t, r.grow(-1))
	assert.Nil(t, r.grow(MaxText+1))
	assert.Empty(t, *all)
	assert.Len(t, r.grow(MaxText), MaxText)
}

// Whatever the page says, nothing outside of its room is read and nothing panics.
func FuzzTake(f *testing.F) {
	f.Add(int32(1), int32(1), int32(7), int32(4), []byte("te\nxt"))
	f.Add(int32(2), int32(-1), int32(0), int32(-4), []byte{})
	f.Add(int32(9), int32(0), int32(0), int32(1<<30), []byte{0xff, 0xfe})
	f.Fuzz(func(t *testing.T, kind, instance, id, size int32, wrote []byte) {
		r, all := newReceiver()
		room := r.grow(int32(len(wrote)))
		copy(room, wrote)
		taken := r.take(kind, instance, id, size)
		assert.Equal(t, size >= 0 && int(size) <= len(room), taken)
		if taken {
			m := (*all)[0]
			assert.LessOrEqual(t, len(m.Name)+len(m.JSON), int(size))
		}
	})
}
