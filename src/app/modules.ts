/** The modules of Nima: the only list of them. */
import { attachments } from '../copilot/attachments/module.ts';
import { briefs } from '../copilot/briefs/module.ts';
import { chat } from '../copilot/chat/module.ts';
import { conversations } from '../copilot/conversations/module.ts';
import { goals } from '../copilot/goals/module.ts';
import { knowledge } from '../copilot/knowledge/module.ts';
import { memory } from '../copilot/memory/module.ts';
import { persona } from '../copilot/persona/module.ts';
import { schedules } from '../copilot/schedules/module.ts';
import { tasks } from '../copilot/tasks/module.ts';
import { tools } from '../copilot/tools/module.ts';
import { voice } from '../copilot/voice/module.ts';
import { workspace } from '../copilot/workspace/module.ts';
import { alerts } from '../core/alerts/module.ts';
import { approvals } from '../core/approvals/module.ts';
import { archive } from '../core/archive/module.ts';
import { audit } from '../core/audit/module.ts';
import { health } from '../core/health/module.ts';
import { learning } from '../core/learning/module.ts';
import { users } from '../core/users/module.ts';
import { webhooks } from '../core/webhooks/module.ts';
import type { Module } from '../kernel/module.ts';

export const modules: readonly Module[] = [
  health,
  users,
  audit,
  approvals,
  archive,
  learning,
  alerts,
  webhooks,
  conversations,
  memory,
  goals,
  tasks,
  persona,
  knowledge,
  tools,
  workspace,
  attachments,
  voice,
  schedules,
  briefs,
  chat,
];
