package sandbox

// callAuthority tells an agent's page which buttons to show. Its shape is
// documented. The flags are derived from the table of leg transitions, so they
// never offer what the engine refuses. The meaning of its AdvancedCallStatus is
// unknown; it is always false.
type callAuthority struct {
	OnBarButtonSwitch              bool
	AllowTransferAfterThreeWay     bool
	AllowHold                      bool
	AllowConsultation              bool
	AllowThreeWayAfterConsultation bool
	AllowTransferAfterConsultation bool
	AllowHangup                    bool
	AllowAnswer                    bool
	AllowTransfer                  bool
	AllowEndConsultation           bool
	AllowCancel                    bool
	AllowUnHold                    bool
	AllowThreeWay                  bool
	AdvancedCallStatus             bool
}

func (s LegState) authority() callAuthority {
	return callAuthority{
		OnBarButtonSwitch:              s.may(opEndThreeWay),
		AllowTransferAfterThreeWay:     s.may(opThreeWayToTransfer),
		AllowHold:                      s.may(opHold),
		AllowConsultation:              s.may(opConsultation),
		AllowThreeWayAfterConsultation: s.may(opConsultationToThreeWay),
		AllowTransferAfterConsultation: s.may(opConsultationToTransfer),
		AllowHangup:                    s.may(opHangup),
		AllowAnswer:                    s.may(opAnswer),
		AllowTransfer:                  s.may(opTransfer),
		AllowEndConsultation:           s.may(opEndConsultation),
		AllowCancel:                    s.may(opEndThreeWay),
		AllowUnHold:                    s.may(opUnhold),
		AllowThreeWay:                  s.may(opThreeWay),
	}
}
