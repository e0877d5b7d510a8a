"""The store as a whole: one attribute per noun."""

from baton.db.alerts import Alerts
from baton.db.arranging import Arranging
from baton.db.attachments import Attachments
from baton.db.canned import CannedReplies
from baton.db.chatwoot import Chatwoot
from baton.db.chatwoot_known import ChatwootKnown
from baton.db.chatwoot_queue import ChatwootQueue
from baton.db.colleagues import Colleagues
from baton.db.conflicts import Conflicts
from baton.db.connection import Database
from baton.db.conversations import Conversations
from baton.db.customers import Customers
from baton.db.deliveries import Deliveries
from baton.db.digests import Digests
from baton.db.drafts import Drafts
from baton.db.events import Events
from baton.db.fallbacks import Fallbacks
from baton.db.followups import FollowUps
from baton.db.gaps import Gaps
from baton.db.handoffs import Handoffs
from baton.db.journeys import Journeys
from baton.db.labels import Labels
from baton.db.lists import Lists
from baton.db.macros import Macros
from baton.db.mail import Mailboxes, Mails, MailThreads
from baton.db.mentions import Mentions
from baton.db.messages import Messages
from baton.db.model_use import ModelUse
from baton.db.offers import Offers
from baton.db.overview import Overviews
from baton.db.own_words import OwnWords
from baton.db.packet_improvements import PacketImprovements
from baton.db.past import PastConversations
from baton.db.people import People
from baton.db.policies import Policies
from baton.db.promises import Promises
from baton.db.quiet import Quiet
from baton.db.ratings import Ratings
from baton.db.receipts import Receipts
from baton.db.replays import Replays
from baton.db.reviews import Reviews
from baton.db.saved_views import SavedViews
from baton.db.scheduled_replies import ScheduledReplies
from baton.db.seals import Seals
from baton.db.sign_ins import SignIns
from baton.db.slack import SlackSettings
from baton.db.slack_threads import SlackThreads
from baton.db.sources import Sources
from baton.db.surveys import Surveys
from baton.db.tenants import Tenants
from baton.db.vectors import Vectors
from baton.db.waits import Waits
from baton.db.webhook_queue import WebhookQueue
from baton.db.webhooks import Webhooks
from baton.db.websites import Websites


class Store:
    """Everything that is kept, behind the protocols of `services.ports`."""

    def __init__(self, database: Database, *, epoch: int, secret: bytes) -> None:
        self.database = database
        self.epoch = epoch
        self.secret = secret
        self.conversations = Conversations(database, epoch=epoch)
        self.lists = Lists(database, epoch=epoch)
        self.arranging = Arranging(database, epoch=epoch)
        self.quiet = Quiet(database)
        self.labels = Labels(database)
        self.saved_views = SavedViews(database)
        self.macros = Macros(database)
        self.mentions = Mentions(database)
        self.drafts = Drafts(database)
        self.scheduled = ScheduledReplies(database, epoch=epoch)
        self.messages = Messages(database)
        self.events = Events(database, epoch=epoch)
        self.seals = Seals(database, epoch=epoch)
        self.handoffs = Handoffs(database)
        self.packet_improvements = PacketImprovements(database, epoch=epoch)
        self.followups = FollowUps(database)
        self.offers = Offers(database, epoch=epoch)
        self.customers = Customers(database, epoch=epoch)
        self.past = PastConversations(database)
        self.people = People(database)
        self.colleagues = Colleagues(database, epoch=epoch)
        self.tenants = Tenants(database)
        self.sign_ins = SignIns(database)
        self.policies = Policies(database)
        self.promises = Promises(database)
        self.overviews = Overviews(database)
        self.journeys = Journeys(database)
        self.reviews = Reviews(database)
        self.surveys = Surveys(database)
        self.alerts = Alerts(database)
        self.attachments = Attachments(database)
        self.digests = Digests(database)
        self.canned = CannedReplies(database)
        self.fallbacks = Fallbacks(database)
        self.ratings = Ratings(database)
        self.receipts = Receipts(database)
        self.sources = Sources(database)
        self.own_words = OwnWords(database)
        self.websites = Websites(database)
        self.conflicts = Conflicts(database)
        self.gaps = Gaps(database)
        self.model_use = ModelUse(database)
        self.vectors = Vectors(database)
        self.waits = Waits(database)
        self.replays = Replays(database)
        self.deliveries = Deliveries(database)
        self.mail_threads = MailThreads(database)
        self.mails = Mails(database)
        self.mailboxes = Mailboxes(database)
        self.webhooks = Webhooks(database)
        self.webhook_queue = WebhookQueue(database, epoch=epoch)
        self.slack = SlackSettings(database)
        self.slack_threads = SlackThreads(database)
        self.chatwoot = Chatwoot(database)
        self.chatwoot_known = ChatwootKnown(database)
        self.chatwoot_queue = ChatwootQueue(database)

    @classmethod
    async def open(cls, database: Database) -> "Store":
        """Read what the install knows of itself. `secret` signs customers' tokens and is the same on every node."""
        async with database.install() as connection:
            row = await connection.fetchrow("SELECT secret, epoch FROM install")
        return cls(database, epoch=row["epoch"], secret=bytes(row["secret"]))

    async def ping(self) -> None:
        """Ask the database anything. Raises Unavailable where it does not answer."""
        async with self.database.install() as connection:
            await connection.fetchval("SELECT 1")
