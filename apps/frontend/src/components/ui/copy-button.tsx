'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { Button, type ButtonProps } from './button';

interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'children'> {
  text: string;
  /** What is copied, for example `Copy tagline`. */
  label: string;
  /** Shows the icon alone; the label is still the accessible name. */
  isIconOnly?: boolean;
}

/** Copies text to the clipboard and says so for two seconds. */
export function CopyButton({ text, label, isIconOnly = false, ...props }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => {
      setIsCopied(false);
    }, 2000);
    return () => {
      clearTimeout(timer);
    };
  }, [isCopied]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      // Browsers refuse the clipboard outside a secure context or without permission.
      toast.error('The browser did not allow copying. Select the text and copy it by hand.');
    }
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <Button
      variant="ghost"
      size={isIconOnly ? 'iconSm' : 'sm'}
      onClick={() => void copy()}
      {...props}
      {...(isIconOnly ? { 'aria-label': label, title: label } : {})}
    >
      <Icon aria-hidden />
      {!isIconOnly && <span>{isCopied ? 'Copied' : label}</span>}
      {isIconOnly && (
        <span className="sr-only" aria-live="polite">
          {isCopied ? 'Copied' : ''}
        </span>
      )}
    </Button>
  );
}
