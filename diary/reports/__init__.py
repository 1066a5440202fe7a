"""Reading the diary back: what pages, the API, the command line and the PDF all show."""
