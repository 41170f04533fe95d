import type { Team } from '#dialogue/team';

export const TEAM: Team = {
  id: 'team',
  tenant: 'tenant',
  group: 'group',
  serviceUrl: 'https://smba.example/',
  install: 'installed',
  name: 'MED',
  language: 'da',
  channels: [],
};
