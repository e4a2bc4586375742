/** Where work is queued: the stories with their quick database steps, and the documents that take time to make and send. */
export const taskQueues = { stories: 'stories', documents: 'documents' } as const;
