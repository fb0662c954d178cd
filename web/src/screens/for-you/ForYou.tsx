/** The room of what concerns the owner now: questions to decide, alerts and briefs, and the switch that stops everything. */
import { RoomFrame } from '../../shell/RoomFrame.tsx';
import { Alerts } from './Alerts.tsx';
import { AllStop } from './AllStop.tsx';
import { Approvals } from './Approvals.tsx';
import { Lessons } from './Lessons.tsx';
import { Preferences } from './Preferences.tsx';

export function ForYou() {
  return (
    <RoomFrame name="For you">
      <Approvals />
      <Alerts />
      <Lessons />
      <Preferences />
      <AllStop />
    </RoomFrame>
  );
}
