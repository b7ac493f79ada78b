// Code generated from sdk/spec by make gen. DO NOT EDIT.

package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// shownNames are the names that the table knows, by how a recording shows them,
// each between line feeds: an export is rare, and code for it is large.
var shownNames = [...]string{
	spec.ShownNumber: "\nAllowAnswer\nAllowCancel\nAllowConsultation\nAllowEndConsultation\nAllowHangup\nAllowHold\nAllowThreeWay\nAllowThreeWayAfterConsultation\nAllowTransfer\nAllowTransferAfterConsultation\nAllowTransferAfterThreeWay\nAllowUnHold\nConfirmed\nDelay\nEnable\nExtState\nInWrapUpTime\nInputLevel\nInputs\nJitter\nMicrophone\nMos\nOnBarButtonSwitch\nOutWrapUpTime\nOutputLevel\nOutputs\nOver\nPacketLoss\nRecovered\nRetrying\nRoundTripTime\nSelected\nSeqId\nServers\nStatus\nStrategy\nSubState\nTimeout\nWrapUpTime\ntotal\n",
	spec.ShownWord:   "\nAdvancedCallStatus\nAnnouncedMode\nAnnouncedState\nCallDirection\nCallEvent\nCallType\nContact\nCurExtState\nCurMode\nCurState\nDevice\nDirection\nFault\nKind\nLegDirection\nMethod\nMsgType\nOldState\nOutcome\nOwner\nOwnerType\nPermission\nPhoneMode\nReason\nRole\nState\nTerminalType\nTrouble\nWarning\nWorkFlow\nagentState\ncallStatus\nconnectState\npageSize\nphoneMode\nphoneState\n",
	spec.ShownTime:   "\nStartTime\n",
	spec.ShownCode:   "\nErrCode\nVer\nbizCode\ncode\nrcode\n",
	spec.ShownID:     "\nAgentID\nAgentId\nAppId\nCallID\nCallId\nChannelUUID\nCode\nCurStateSubId\nCurSubStateId\nDeviceId\nId\nIvrId\nLeg\nMsgId\nNodeId\nQueueID\nQueueId\nWorkId\nagentId\nagentSubState\ncallId\ncall_id\ndefaultId\nid\nivr_id\nnode_id\ntype\n",
	spec.Hidden:      "\nAdvice\nAgentInfo\nAgentList\nAnswer\nBlocked\nCallAuthority\nCallMode\nCalledInfo\nCallerInfo\nChecks\nCity\nCustomerInfo\nData\nDesc\nDestNumberLoc\nDetail\nDevices\nDigits\nDisplayInfo\nEmail\nErrMsg\nExtenInfos\nExtensions\nFromQueue\nJumpType\nLabel\nLastCall\nLegTold\nLost\nMuted\nName\nOwn\nPayload\nQueues\nQueuesNames\nResult\nSecure\nSilent\nSipServer\nStateData\nSupported\nTimestamp\nUA\nUa\nUserData\ndata\nlist\nmessage\nmsg\nname\nrmsg\ntransfer_mode\n",
	spec.ShownPhone:  "\nAgentNumber\nAgentPhone\nCurContact\nCurNumber\nDefSpNumber\nDestNumber\nDisplayNum\nDisplayNumber\nEchoNumber\nMobile\nNumber\nSpNumber\nSpNumbers\nTelNumber\n",
	spec.Never:       "\nPassword\nToken\ntoken\n",
}

// shownAs tells how a recording shows a member of that name; false where the
// table does not know the name.
func shownAs(name string) (as spec.Shown, known bool) {
	for as, names := range shownNames {
		if strings.Contains(names, "\n"+name+"\n") {
			return spec.Shown(as), true
		}
	}
	return spec.Hidden, false
}

const knownWordList = "\n0000\n000000\n000001\n000035\n000036\n000060\n0100\n0101\n0102\n0103\n0104\n0105\n0200\n0201\n0300\n0301\n0400\n0500\n0600\n0601\n0602\n0603\n0604\n0605\n0606\n0607\n0608\n0609\n0610\n0700\n0701\n0702\n0703\n0704\n0901\n0902\n0903\n0904\n0905\n0906\n0907\n0908\n0909\n0910\n0911\n0912\n0913\n0914\n0915\n0916\n0917\n0918\n0919\n0920\n0921\n0922\n100005\n100018\n100021\n200020\n9000\nAdvancedCallStatusChanged\nAgentCallModeChange\nAgentInside\nAgentStateChange\nAgentStateChanged\nAnswer\nAnswerAsync\nBargeIn\nCallFailed\nCallQuality\nCheckPhoneAsync\nComplete\nConference\nConferenced\nConnectAsync\nConnected\nConnecting\nConnectionCleared\nConsult\nConsultation\nConsultationAsync\nConsultationToThreeWay\nConsultationToThreeWayAsync\nConsultationToTransfer\nConsultationToTransferAsync\nDelivered\nDestroy\nDeviceFailed\nDeviceReplaced\nDialout\nDisconnect\nDisconnected\nERR\nEavesdrop\nEavesdropAsync\nEndConsultation\nEndConsultationAsync\nEndThreeWay\nEstablished\nExtensionStateChange\nForcePickupAsync\nGetAgentStatesAsync\nGetAgentStatusOptions\nGetAgentTerminalInfo\nGetAgentTerminalInfoAsync\nGetAudioDevicesAsync\nGetCallInWrapUpTimeAsync\nGetCallLogsAsync\nGetCallModeOptions\nGetCurrentSpNumberAsync\nGetDisplayNumber\nGetIvrListAsync\nGetIvrNodesAsync\nGetNumberPoolAndSpNumAsync\nGetOtherAgentsAsync\nGetPhoneModesAsync\nGetQueuesAgentsAsync\nGetSpNumbersAsync\nGetState\nGetStateAsync\nGetWebPhoneInfoAsync\nGetWrapUpTime\nGetWrapUpTimeAsync\nHangup\nHangupAsync\nHeld\nHold\nHoldAsync\nInbound\nInit\nJitter\nMakeCallAsync\nMediaGone\nMediaLost\nMuteAsync\nNTF\nNeedManualConnect\nNoMedia\nNotAnswered\nOriginated\nOtherIn\nOutbound\nPacketLoss\nPhoneLeg\nPhoneModeChanged\nPhoneStateChanged\nPhoneTrouble\nREP\nREQ\nReady\nRecoveryAsync\nRetrieveAfterThreeWayAsync\nRetrieved\nRoundTripTime\nSendDtmfAsync\nServiceInitiated\nSetAgentStateAsync\nSetAudioDeviceAsync\nSetCallInWrapUpTimeAsync\nSetCallMode\nSetDisplayNumber\nSetPhoneModeAsync\nSetSpNumberAsync\nSetSpNumberPoolNumAsync\nSetState\nSetWrapUpTime\nSetWrapUpTimeAsync\nSetWrapUpTimeEndAsync\nSoundBlocked\nSubstitute\nSubstituteAsync\nSupervisorBargeIn\nSupervisorIntercept\nSupervisorMonitor\nSupervisorWhisper\nTabRoleChanged\nThreeWay\nThreeWayToTransfer\nThreewayAsync\nTransfer\nTransferAfterThreeWayAsync\nTransferAsync\nTransferIvrAsync\nTransferQueue\nTransferQueueAsync\nTransferred\nUnhold\nUnmuteAsync\nWhisper\nWhisperAsync\naccepted\nagent\nalerting\nanswer\nanswering\napp\nasking\nblocked\nbrowser\nbusy\ncellphone\ncheck\nclose\nconnected\nconnecting\ndenied\ndevice\ndevices\ndialling\ndisconnect\ndone\ndtmf\necho\nended\nending\nfail\nfailed\nfollower\nframe\ngranted\nhangup\nice\nidle\nin\nin_eavesdrop\nincoming\ninner_call\ninsecure\ninvite\nleader\nmedia found\nmedia lost\nmedia sought\nmicrophone\nmissing\nmute\nnetwork\nno call\nno device\nno microphone\noffline\nonBreak\nopen\nout_auto\nout_callback\nout_direct\nout_eavesdrop\npage\npass\npermission\npolicy\nprogress\nprompt\nquality\nregister\nregister again\nregistered\nregistration\nrenew\nreplaced\nrestart\nringer\nringing\nsecureContext\nspeaker\nsupervisor\nsystem\ntalking\nunanswered\nunregistered\nunsupported\nvoip\nwarn\nwebrtc\nwrapup\n"

// knownWord tells a word of the table.
func knownWord(text string) bool { return strings.Contains(knownWordList, "\n"+text+"\n") }
