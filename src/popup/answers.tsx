import { NumberQuestion } from '../ui/number-question';
import { ChatConflict } from './chat-conflict';
import type { PopupState } from './popup-state';

/** The buttons that answer a question. An answer moves the focus to the button that submits the form. */
export function Answers({ state, onAnswer }: { state: PopupState; onAnswer(): void }) {
  const { question, numbers, popupPlan, form, answerNumbers, answerConflict } = state;
  const [item] = popupPlan.value.items;
  const { chat } = form.value;
  if (question.value === 'chat-conflict' && item?.namedChat && chat) {
    return (
      <ChatConflict
        namedChat={item.namedChat}
        typedChat={chat.written}
        onChoose={(which) => {
          onAnswer();
          void answerConflict(which);
        }}
      />
    );
  }
  if (question.value !== 'chat-country' && question.value !== 'author-country') return null;
  return (
    <NumberQuestion
      numbers={numbers.value}
      onAnswer={(...answer) => {
        onAnswer();
        void answerNumbers(...answer);
      }}
    />
  );
}
