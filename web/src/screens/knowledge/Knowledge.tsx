/** The room of knowledge packs: all of them, or one in full. */
import { useParams } from 'react-router';
import { RoomFrame } from '../../shell/RoomFrame.tsx';
import { PackList } from './PackList.tsx';
import { PackPage } from './PackPage.tsx';

export function Knowledge() {
  const { id } = useParams();
  return (
    <RoomFrame name="Knowledge" backTo={id && '/knowledge'}>
      {id ? <PackPage key={id} id={id} /> : <PackList />}
    </RoomFrame>
  );
}
