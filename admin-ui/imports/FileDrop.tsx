import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography } from '@mui/material';
import { type DragEvent, useRef, useState } from 'react';
import { visuallyHidden } from '../frame/visually-hidden.ts';
import { useText } from '../messages/use-text.ts';

/** Takes one file, dropped or chosen. */
export function FileDrop({
  pending,
  accept,
  limits,
  onFile,
}: {
  pending: boolean;
  /** The files a person may choose from, as browsers want to know. */
  accept: string;
  /** What is said of the files that are taken. */
  limits: string;
  onFile: (file: File) => void;
}) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined && !pending) onFile(file);
  };
  const hover = (event: DragEvent, entered: boolean) => {
    event.preventDefault();
    setOver(entered);
  };
  return (
    <Box
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false);
        take(event.dataTransfer.files);
      }}
      sx={{
        border: 2,
        borderStyle: 'dashed',
        borderColor: over ? 'primary.main' : 'divider',
        borderRadius: 2,
        px: 3,
        py: { xs: 4, md: 7 },
        textAlign: 'center',
        bgcolor: 'background.paper',
      }}
    >
      <UploadIcon sx={{ fontSize: 40, color: 'text.secondary', mb: 1 }} />
      <Typography variant="h2" component="p" sx={{ display: { xs: 'none', sm: 'block' } }}>
        {text('imports.file.drop')}
      </Typography>
      <Typography color="text.secondary" sx={{ my: 1, display: { xs: 'none', sm: 'block' } }}>
        {text('imports.file.or')}
      </Typography>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={text('imports.file.choose')}
        tabIndex={-1}
        style={visuallyHidden}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <Button variant="contained" loading={pending} onClick={() => input.current?.click()}>
        {text('imports.file.choose')}
      </Button>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
        {limits}
      </Typography>
    </Box>
  );
}
