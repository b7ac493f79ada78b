// Code generated from sdk/spec by make gen. DO NOT EDIT.

package sdk

import (
	"strings"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

// shownNames are the names that the table knows, by how a recording shows them,
// each between line feeds: an export is rare, and code for it is large.
var shownNames = [...]string{
	spec.ShownNumber: "\nAllowAnswer\nAllowCancel\nAllowConsultation\nAllowEndConsultation\nAllowHangup\nAllowHold\nAllowThreeWay\nAllowThreeWayAfterConsultation\nAllowTransfer\nAllowTransferAfterConsultation\nAllowTransferAfterThreeWay\nAllowUnHold\nConfirmed\nEnable\nExtState\nInWrapUpTime\nInputLevel\nJitter\nMicrophone\nMos\nOnBarButtonSwitch\nOutWrapUpTime\nOutputLevel\nPacketLoss\nRecovered\nRetrying\nRoundTripTime\nSelected\nSeqId\nStatus\nStrategy\nSubState\nTimeout\nWrapUpTime\ntotal\n",
	spec.ShownWord:   "\nAdvancedCallStatus\nAnnouncedMode\nAnnouncedState\nCallDirection\nCallEvent\nCallType\nContact\nCurExtState\nCurMode\nCurState\nDirection\nFault\nKind\nLegDirection\nMethod\nMsgType\nOldState\nOwner\nOwnerType\nPhoneMode\nReason\nRole\nState\nTerminalType\nWarning\nWorkFlow\nagentState\ncallStatus\nconnectState\npageSize\nphoneMode\nphoneState\n",
	spec.ShownTime:   "\nStartTime\n",
	spec.ShownCode:   "\nErrCode\nVer\nbizCode\ncode\nrcode\n",
	spec.ShownID:     "\nAgentID\nAgentId\nAppId\nCallID\nCallId\nChannelUUID\nCode\nCurStateSubId\nCurSubStateId\nDeviceId\nId\nIvrId\nLeg\nMsgId\nNodeId\nQueueID\nQueueId\nWorkId\nagentId\nagentSubState\ncallId\ncall_id\ndefaultId\nid\nivr_id\nnode_id\ntype\n",
	spec.Hidden:      "\nAgentInfo\nAgentList\nAnswer\nCallAuthority\nCallMode\nCalledInfo\nCallerInfo\nCity\nCustomerInfo\nData\nDesc\nDestNumberLoc\nDetail\nDevices\nDigits\nDisplayInfo\nEmail\nErrMsg\nExtenInfos\nExtensions\nFromQueue\nJumpType\nLabel\nLastCall\nLegTold\nMuted\nName\nPayload\nQueues\nQueuesNames\nResult\nSipServer\nStateData\nTimestamp\nUA\nUa\nUserData\ndata\nlist\nmessage\nmsg\nname\nrmsg\ntransfer_mode\n",
	spec.ShownPhone:  "\nAgentNumber\nAgentPhone\nCurContact\nCurNumber\nDefSpNumber\nDestNumber\nDisplayNum\nDisplayNumber\nMobile\nNumber\nSpNumber\nSpNumbers\nTelNumber\n",
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

const knownWordList = "\n0000\n000000\n000001\n000035\n000036\n000060\n0100\n0101\n0102\n0103\n0104\n0105\n0200\n0201\n0300\n0301\n0400\n0500\n0600\n0601\n0602\n0603\n0604\n0605\n0606\n0607\n0608\n0609\n0610\n0700\n0701\n0702\n0703\n0704\n0901\n0902\n0903\n0904\n0905\n0906\n0907\n0908\n0909\n0910\n0911\n0912\n0913\n0914\n0915\n0916\n0917\n0918\n0919\n0920\n0921\n0922\n100005\n100018\n100021\n200020\n9000\nAdvancedCallStatusChanged\nAgentCallModeChange\nAgentInside\nAgentStateChange\nAgentStateChanged\nAnswer\nAnswerAsync\nBargeIn\nCallFailed\nCallQuality\nComplete\nConference\nConferenced\nConnectAsync\nConnected\nConnecting\nConnectionCleared\nConsult\nConsultation\nConsultationAsync\nConsultationToThreeWay\nConsultationToThreeWayAsync\nConsultationToTransfer\nConsultationToTransferAsync\nDelivered\nDestroy\nDialout\nDisconnect\nDisconnected\nERR\nEavesdrop\nEavesdropAsync\nEndConsultation\nEndConsultationAsync\nEndThreeWay\nEstablished\nExtensionStateChange\nForcePickupAsync\nGetAgentStatesAsync\nGetAgentStatusOptions\nGetAgentTerminalInfo\nGetAgentTerminalInfoAsync\nGetAudioDevicesAsync\nGetCallInWrapUpTimeAsync\nGetCallLogsAsync\nGetCallModeOptions\nGetCurrentSpNumberAsync\nGetDisplayNumber\nGetIvrListAsync\nGetIvrNodesAsync\nGetNumberPoolAndSpNumAsync\nGetOtherAgentsAsync\nGetPhoneModesAsync\nGetQueuesAgentsAsync\nGetSpNumbersAsync\nGetState\nGetStateAsync\nGetWebPhoneInfoAsync\nGetWrapUpTime\nGetWrapUpTimeAsync\nHangup\nHangupAsync\nHeld\nHold\nHoldAsync\nInbound\nInit\nJitter\nMakeCallAsync\nMuteAsync\nNTF\nNeedManualConnect\nNoMedia\nOriginated\nOtherIn\nOutbound\nPacketLoss\nPhoneLeg\nPhoneModeChanged\nPhoneStateChanged\nREP\nREQ\nReady\nRecoveryAsync\nRetrieveAfterThreeWayAsync\nRetrieved\nRoundTripTime\nSendDtmfAsync\nServiceInitiated\nSetAgentStateAsync\nSetAudioDeviceAsync\nSetCallInWrapUpTimeAsync\nSetCallMode\nSetDisplayNumber\nSetPhoneModeAsync\nSetSpNumberAsync\nSetSpNumberPoolNumAsync\nSetState\nSetWrapUpTime\nSetWrapUpTimeAsync\nSetWrapUpTimeEndAsync\nSubstitute\nSubstituteAsync\nSupervisorBargeIn\nSupervisorIntercept\nSupervisorMonitor\nSupervisorWhisper\nThreeWay\nThreeWayToTransfer\nThreewayAsync\nTransfer\nTransferAfterThreeWayAsync\nTransferAsync\nTransferIvrAsync\nTransferQueue\nTransferQueueAsync\nTransferred\nUnhold\nUnmuteAsync\nWhisper\nWhisperAsync\naccepted\nagent\nalerting\nanswer\nanswering\napp\nask\nblocked\nbusy\ncellphone\nclose\nconnected\nconnecting\ncreate\ndenied\ndestroy\ndevice\ndevices\ndialling\ndisconnect\ndone\ndtmf\nemit\nended\nending\nexport\nfailed\nhangup\nhello\nidle\nin\nin_eavesdrop\nincoming\ninner_call\ninvite\ninvoke\nlog\nmedia lost\nmicrophone\nmissing\nmute\nnetwork\nno call\nno device\noffline\nonBreak\nopen\nout_auto\nout_callback\nout_direct\nout_eavesdrop\nphone\nprogress\nquality\nregister\nregister again\nregistered\nrenew\nreplaced\nrestart\nringer\nringing\nsettle\nspeaker\nstate\nsupervisor\ntalking\nunregistered\nunsupported\nvoip\nwake\nwebrtc\nwrapup\n"

// knownWord tells a word of the table.
func knownWord(text string) bool { return strings.Contains(knownWordList, "\n"+text+"\n") }
