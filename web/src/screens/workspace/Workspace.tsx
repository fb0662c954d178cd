/** The room of projects: folders and repositories Nima may read, or one in full. */
import { useParams } from 'react-router';
import { RoomFrame } from '../../shell/RoomFrame.tsx';
import { ProjectList } from './ProjectList.tsx';
import { ProjectPage } from './ProjectPage.tsx';

export function Workspace() {
  const { id } = useParams();
  return (
    <RoomFrame name="Workspace" backTo={id && '/workspace'}>
      {id ? <ProjectPage key={id} id={id} /> : <ProjectList />}
    </RoomFrame>
  );
}
