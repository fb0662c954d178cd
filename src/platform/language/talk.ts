/**
 * What people say to an assistant without giving it a command. The classifier learns the difference from these lines and
 * from the examples of the operations put into the frames below, so that words of a new operation ("token", "goal") do
 * not by themselves make a command.
 */

export const TALK: readonly string[] = `hello there
hey, how is it going
good evening
bye
see you tomorrow
thanks for your help
perfect
yes
no
maybe later
sure, why not
I agree
who made you
are you a robot
what are your hobbies
can you tell me something interesting
tell me a story
what is the meaning of life
what is the tallest mountain
who wrote that book
where is my phone
what is my brother called
what was my old job
when is my birthday
which editor do I use
do I drink coffee
what did I say about the budget
who is responsible for the network
why did we pick that library
how many servers do we have
where do we keep the logs
I live in Vienna
I am a backend developer
my sister works at a bank
my laptop is slow
my boss is nice
we have three offices
we use a queue for that
our users complain a lot
our build takes ten minutes
I like green tea
I prefer short answers
I hate meetings
I think you are right
I am not sure about that
I was ill last week
I will be late tomorrow
yesterday was a good day
next week we move to the new office
the server crashed at night
the deadline is close
it is raining
this is great
this does not work
I want to go home
I want to rest
I want to eat something
I'd like a beer
I want some peace
I want to give up
play a film
turn off the radio
switch on the lamp
dim the lamp
set the oven to 180
call a taxi
phone my brother
pause the video
mute the radio
close the door
my plans in life changed
what is a graph database
I want to laugh
ok fine
tell me a secret of the universe
what is a compiler
what is a good habit
what is agile
do you sleep
do you think so
do you know her
can I swim in winter
I closed the window
I finished my lunch
my plans changed
my life goals
that is not what I meant
what do you mean
why
how so
explain recursion
explain how DNS works
how does a garbage collector work
how do I merge two branches
how do I center a div
how can I reduce memory usage
how would you design a cache
how long does it take to learn a language
what is a mutex
what is the difference between TCP and UDP
what is the best editor
why is python slow
why does my test fail
when should I use an index
where can I read more about that
should we use a monorepo
would it be better to wait
is it safe to update
is this a good idea
are containers secure
does it scale
do you like music
can a thread deadlock itself
could this be a race condition
give me an example of polymorphism
show me how to reverse a string
write a poem about the sea
write a script that renames files
create a table with two columns in html
make a plan for my holiday
find an error in this code
list some advantages of typescript
translate this into french
summarize this article
fix this code for me
help
help me with this problem
what can I ask you
what should I cook
where did you learn that
the function returns null
the error says permission denied
here is the log
let us think about it
let me think
wait a moment
one more thing
by the way, it is friday
good point
as I said before
in my opinion it is too complex
people say it is hard
someone broke the pipeline
nobody knows why`.split('\n');

/** `#` stands for the words of an example. */
export const FRAMES: readonly string[] = [
  'how do I # in general',
  'I always # on mondays',
  'why should anybody #',
  'he told me to # yesterday',
];

/** `#` stands for the thing an operation is about: `goal`, `token`. */
export const THING_FRAMES: readonly string[] = [
  'what is a good #',
  'my # was great last year',
  'the # is too long I think',
  'how does a # work',
  'I like # and coffee',
];
