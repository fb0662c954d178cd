/** What the person sets by hand: a name to be called by, and preferences as words. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { ProfileForm } from './ProfileForm.tsx';
import { valueText } from './profile-rows.ts';

export function ProfileCard() {
  const { api } = useNima();
  const [isEditing, setEditing] = useState(false);
  const { data: profile } = useQuery({ queryKey: keys.profile, queryFn: () => api.memory.profile.get({}) });
  if (!profile) return <div className="h-21 rounded-medium bg-sunken" />;
  const preferences = Object.entries(profile.preferences);
  return (
    <section aria-label="Profile" className="rounded-medium border border-line bg-raised px-4 py-3.5">
      {isEditing ? (
        <ProfileForm profile={profile} onDone={() => setEditing(false)} />
      ) : (
        <div className="flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <h2 className="font-strong">{profile.name ?? 'You'}</h2>
            {preferences.length === 0 ? (
              <p className="text-small text-ink-2">
                {profile.name ? 'No preferences set.' : 'Say how to call you, and what you prefer.'}
              </p>
            ) : (
              <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 text-small">
                {preferences.map(([name, value]) => (
                  <div key={name} className="col-span-2 grid grid-cols-subgrid">
                    <dt className="text-ink-3">{name}</dt>
                    <dd className="wrap-anywhere text-ink-2">{valueText(value)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
          <Button onClick={() => setEditing(true)}>Change</Button>
        </div>
      )}
    </section>
  );
}
