"""Talk that belongs to nobody's help centre: what the classifier of scope learns an answer is *not* asked for by.

Written for this purpose. General questions, small talk, half sentences, and messages in which a word of any company
occurs by chance. A line that a company has as a wording of its own is left out for it.
"""

_LINES = """
who won the world cup last year
how tall is mount everest
what is the population of brazil
who invented the telephone
how far is the moon from the earth
what year did the titanic sink
who is the president of france
how many calories are in a banana
what is the square root of 144
who wrote romeo and juliet
how long do elephants live
what language do they speak in switzerland
when was the first computer built
what is the chemical symbol for gold
how deep is the pacific ocean
why is the sky blue
how do airplanes stay in the air
what are the rules of chess
which team is top of the league
who scored the most goals this season
when does the next season of that show start
which movie won the oscar this year
who plays the main character in that film
what is the best song of the eighties
how do i learn to play the guitar
how many strings does a violin have
who painted the mona lisa
what is the plot of the new novel
which phone has the best camera
how do i fix a flat tire on my bike
how do i remove rust from a pan
what is the best way to train a puppy
why does my cat sleep all day
how often should i water a cactus
when should tomatoes be planted
how do i get rid of ants in the kitchen
what wood is best for a garden fence
how do i unclog a drain
can you write an essay about climate change
solve this equation for me
help me with my homework
what does this latin phrase mean
how do you say good evening in swedish
write a poem about the sea
explain quantum physics in simple words
what is the meaning of life
what is the stock market doing today
should i invest in gold or in bonds
what is the price of a barrel of oil
how is the housing market in the capital
what are the headlines this morning
who is going to win the election
what did the prime minister say yesterday
is there a strike at the airport
what happened in the match last night
how many players are in a basketball team
when is the next olympic games
who holds the record for the marathon
what is the fastest animal on land
how big is the universe
do aliens exist
what causes earthquakes
when is the next full moon
what is the longest river in asia
how many bones are in the body
why do we dream
what vitamins are in carrots
how do vaccines work
what is the capital of australia
which country has the most lakes
how old is the great wall
who discovered penicillin
what was the cause of the first world war
how did the roman empire fall
what is a black hole
how does a car engine work
what kind of oil does a diesel engine take
where is the spare wheel in this car
which university is best for engineering
how do i become a pilot
what does a notary do
how much does a teacher earn
what are good questions for a job interview
how do i start a podcast
what camera do filmmakers use
which laptop is good for students
how do i take a screenshot
what is the difference between a virus and a worm
how do i write a function in python
what is machine learning
who owns that newspaper
is that celebrity married
what is the name of his wife
how old is the queen
where was she born
tell me the history of this town
what do people eat in iceland
where do penguins live
what is the tallest building in the world
how many people live in tokyo
how long does it take to walk to the station
are there any good museums nearby
what is the wingspan of an eagle
how loud is a jet
can dogs eat chocolate
what breed of dog is the smallest
what is the oldest religion
when was the bible written
how is cheese made
what is in curry powder
who founded the red cross
what is the flag of norway
how many minutes are in a week
how do magnets work
what does a red flag mean on the beach
are sharks dangerous
what is the best age to learn to swim
how do i meditate
which yoga pose helps with stress
how can i sleep better
my neighbour is too loud
my brother got married last week
i had pasta for dinner
i am going on holiday tomorrow
i went to the cinema with my friends
it is raining here
my dog ate my homework
i am so bored today
i love this song
i feel great today
i am hungry
i am tired and want to sleep
my birthday is next week
we are moving to another city
i have two children
i live near the river
i work in a hospital
my name is peter
this is maria speaking
i am from delhi
i am a student
what is up
how was your weekend
nice to meet you
haha that is funny
lol
hmm
ok
okay then
okay fine
yes
yes please do
no
nope
not really
maybe later
i do not know
not sure
i see
got it
understood
alright
right
sure
why
why not
what
what do you mean
when
how
how come
who
where
which one
really
seriously
are you sure
is it
what else
then what
so what now
and then
one minute
wait
please wait
let me check
let me think
just a moment
i will tell you later
i will think about it
i will come back
i already told you
i said no
as i said
same here
same problem
same thing again
this one
the first one
the second one
that one please
both
none of these
nothing
nothing else
no need
leave it
forget it
never mind
do it fast
reply fast
please reply
answer me
answer my question
reply
hello are you there
any update
what about it
tell me
tell me something
tell me more
show me
send me
give me
i want
i need
i have a question
i have a doubt
one question
please
please help
sorry
sorry wrong message
my mistake
by mistake
test
testing
hi there
hey you
good night
bye
see you
take care
god bless you
happy new year
congratulations
you are funny
do you like music
do you have a girlfriend
do you believe in god
are you married
sing a song
let us play a game
what is your favourite colour
can you cook
do you sleep
are you on facebook
send me your photo
what is my name
guess my age
i love you
i hate mondays
shut up
go away
nonsense
rubbish
what the hell
asdf
asdfgh jkl
qwerty
xyz abc
blah blah
123
12345
9876543210
10 am
tomorrow
today evening
yesterday night
sunday
last month
next year
5 pieces
2 kg
100 rupees
male 25
80 kg 175 cm
mumbai
bangalore
london
new york
rahul kumar
john smith
name at example com
kya hai
kya hua
kaise ho
kab tak
kaha se ho
haan ji
nahi
theek hai
thik h bhai
bhai kya kare
hindi me batao
hindi language please
samajh nahi aaya
aap kaun ho
mujhe nahi pata
acha
bolo
batao na
koi nahi
paisa kaise milega
que tal
no entiendo
buenos dias amigo
merci beaucoup
je ne comprends pas
danke schon
ich verstehe nicht
see attached
sent from my phone
as per the photo
check the image
i have sent a mail
i sent you a message
i called you yesterday
nobody picked up
my friend told me
someone told me about this
i read it in the news
i saw it on television
is it true
is this true or false
is it safe
is it good
is it good for me
is it possible
can i
can you do it
how much
how many
how long
what time
what price
which is best
which is better
what is this
what is that
what is the difference
what are the benefits
what is the use of this
who made this
who are your competitors
is the other company better
do you sponsor events
can you hire my cousin
i want to interview your founder
what is the share price of your company
how many people work for you
who is the owner
where do your workers come from
"""

BACKGROUND: tuple[str, ...] = tuple(line for line in _LINES.splitlines() if line)
"""One message each."""
